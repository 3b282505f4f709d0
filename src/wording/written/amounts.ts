import { type Currency, decimalsOf } from '../../core/money.ts';
import type { WrittenLanguage } from './language.ts';

const units: Record<WrittenLanguage, Record<Currency, string>> = {
  ko: { KRW: '원', JPY: '엔', USD: '달러' },
  en: { KRW: ' won', JPY: ' yen', USD: ' dollars' },
  ja: { KRW: 'ウォン', JPY: '円', USD: 'ドル' },
};

/** An amount as people write it: 50,000원, 50,000 won, 50,000ウォン. Money, or money as JSON carries it. */
export function writtenAmount(
  amount: { minor: bigint | string; currency: Currency },
  language: WrittenLanguage,
): string {
  return figures(BigInt(amount.minor), decimalsOf(amount.currency)) + units[language][amount.currency];
}

function figures(minor: bigint, decimals: number): string {
  const sign = minor < 0n ? '−' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}
