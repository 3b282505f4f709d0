import { numberToHangul } from 'es-hangul';
import { type Currency, decimalsOf, type Money } from '../../core/money.ts';
import type { SpokenLanguage } from './utterance.ts';

const units = {
  KRW: { ko: ['원', '전'], en: ['won', 'jeon'] },
  JPY: { ko: ['엔', '전'], en: ['yen', 'sen'] },
  USD: { ko: ['달러', '센트'], en: ['dollars', 'cents'] },
} as const satisfies Record<Currency, Record<SpokenLanguage, readonly [string, string]>>;

/** The unit in which a caller keys in an amount. */
export const spokenUnit = (currency: Currency, language: SpokenLanguage): string => units[currency][language][0];

/** An amount as people say it: 만 원, 삼만 원, 만 이천오백 원; 12,500 won. */
export function spokenAmount({ minor, currency }: Money, language: SpokenLanguage): string {
  const scale = 10n ** BigInt(decimalsOf(currency));
  const [whole, small] = units[currency][language];
  const rest = minor % scale;
  const parts = [`${spokenNumber(minor / scale, language)} ${whole}`];
  if (rest !== 0n) parts.push(`${spokenNumber(rest, language)} ${small}`);
  return parts.join(language === 'ko' ? ' ' : ' and ');
}

/** Amounts of one shop in a row, without the unit: 만, 삼만, 오만, 십만; 10, 30, 50, 100 thousand. */
export function brieflySpokenAmounts(amounts: readonly Money[], language: SpokenLanguage): string {
  const wholes = amounts.map(({ minor, currency }) => ({ minor, scale: 10n ** BigInt(decimalsOf(currency)) }));
  if (wholes.some(({ minor, scale }) => minor % scale !== 0n)) {
    return amounts.map((amount) => spokenAmount(amount, language)).join(', ');
  }
  const numbers = wholes.map(({ minor, scale }) => minor / scale);
  const thousands = language === 'en' && numbers.every((number) => number % 1_000n === 0n);
  const said = numbers.map((number) => spokenNumber(thousands ? number / 1_000n : number, language)).join(', ');
  return thousands ? `${said} thousand` : said;
}

export function spokenNumber(number: bigint | number, language: SpokenLanguage): string {
  if (language === 'en') return number.toLocaleString('en-US');
  // Nobody says 일만 for ten thousand, though everybody says 일억.
  return numberToHangul(Number(number), { spacing: true })
    .replace(/^일만/, '만')
    .replace(/^만(?=[가-힣])/, '만 ');
}
