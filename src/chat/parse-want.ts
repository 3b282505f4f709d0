import type { Want } from '../core/coupons/want.ts';

const percentage =
  /^\D{0,20}?(\d{1,3})\s*(?:%|퍼센트|프로(?!\p{L})|percent|パーセント|割引?)(?:\s*(?:할인|off|オフ|引き|割引))?\D{0,10}$/iu;
const amount =
  /^(?:[₩￦¥$]\s*)?(\d[\d,]{0,11}(?:\.\d{1,2})?)\s*(천|만|千|万)?\s*(?:원|엔|달러|won|krw|yen|jpy|円|ウォン|usd|dollars?)?\s*(?:할인|off|オフ|引き|割引)?$/i;
const tenfold: Record<string, bigint> = { 천: 1_000n, 千: 1_000n, 만: 10_000n, 万: 10_000n };

/** What somebody asks a shop for, as it was typed: 15%, 7000원, 3천원, $5.50; anything else is a thing. */
export function parseWant(typed: string, decimals: number): Want {
  const text = typed.normalize('NFKC').trim();
  // A small number alone is a percentage: nobody asks for 15 won off.
  const percent = percentage.exec(text)?.[1] ?? /^\d{1,2}$/.exec(text)?.[0];
  if (percent !== undefined) return { kind: 'percentage', percent: percentOf(text, Number(percent)) };
  const minor = parseMinor(text, decimals);
  return minor === null ? { kind: 'gift-item', item: typed } : { kind: 'amount', minor };
}

/** In Japan discounts are told in tenths: 2割 is 20%. */
const percentOf = (text: string, figure: number): number => (/\d\s*割/.test(text) ? figure * 10 : figure);

/** An amount of money as people type it, in minor units; null for what is none. */
export function parseMinor(typed: string, decimals: number): bigint | null {
  const [, figures, times] = amount.exec(typed.normalize('NFKC').trim()) ?? [];
  if (figures === undefined) return null;
  const [whole = '', fraction = ''] = figures.replaceAll(',', '').split('.');
  const scaled = BigInt(whole) * (tenfold[times ?? ''] ?? 1n) * 10n ** BigInt(decimals);
  return fraction === '' ? scaled : scaled + BigInt(fraction.padEnd(decimals, '0').slice(0, decimals) || '0');
}
