import { isTrade, type Trade } from '../../core/shops/trades.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';
import { tradeNames } from '../../wording/written/trades.ts';

const pictures: Record<Trade, string> = {
  retail: '🛍',
  restaurant: '🍲',
  cafe: '☕',
  beauty: '💇',
  'car-rental': '🚗',
  lodging: '🛏',
  sights: '🗺',
  culture: '🎭',
  other: '✨',
};

/** A trade that nobody has named yet is among the others. */
export function tradeName(trade: string, language: WrittenLanguage): string {
  const known = isTrade(trade) ? trade : 'other';
  return `${pictures[known]} ${tradeNames[language][known]}`;
}
