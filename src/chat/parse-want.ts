import type { Want } from '../core/coupons/want.ts';
import { withDigits } from './parse-numeral.ts';

/** What nobody can be asked for: less than nothing, several things at once, a part of a percent. */
export type NoWant = { kind: 'negative' } | { kind: 'mixture' } | { kind: 'part-of-percent' };

const percentSign = '(?:%|퍼센트|프로(?!\\p{L})|퍼(?!\\p{L})|percent|パーセント|割引?)';
const percentage = new RegExp(
  `^\\D{0,20}?(\\d{1,3})\\s*${percentSign}(?:\\s*(?:할인|off|オフ|引き|割引))?\\D{0,10}$`,
  'iu',
);
const amount =
  /^(?:[₩￦¥$]\s*)?(\d[\d,]{0,11})(?:\.(\d{1,2}))?\s*(천|만|千|万)?\s*(?:원|엔|달러|won|krw|yen|jpy|円|ウォン|usd|dollars?)?\s*(?:할인|off|オフ|引き|割引)?$/i;
const tenfold: Record<string, bigint> = { 천: 1_000n, 千: 1_000n, 만: 10_000n, 万: 10_000n };

const negative = /(?:^|[\s₩¥$])[-−–]\s*[₩¥$]?\s*\d|^(?:마이너스|minus|マイナス)/iu;
const partOfPercent = new RegExp(`\\d\\.\\d+\\s*${percentSign}`, 'iu');
const figure = new RegExp(`\\d\\s*(?:${percentSign}|원|엔|달러|won|yen|円|ウォン|dollars?)|[₩¥$]\\s*\\d`, 'giu');
const range = /\d\s*(?:[-~〜–]|에서|부터)\s*\d/u;
const half = /^(?:반값|절반|半額|half(?:[\s-](?:price|off))?)(?:\s*(?:할인|off))?$/iu;

/** What somebody asks a shop for, as it was typed: 15%, 7000원, 이만오천원, $5.50; anything else is a thing. */
export function parseWant(typed: string, decimals: number): Want | NoWant {
  const text = withDigits(typed);
  const figures = text.match(figure)?.length ?? 0;
  if (figures > 1 || (figures === 1 && range.test(text))) return { kind: 'mixture' };
  if (negative.test(text)) return { kind: 'negative' };
  if (half.test(text)) return { kind: 'percentage', percent: 50 };
  if (partOfPercent.test(text)) return { kind: 'part-of-percent' };
  // A small number alone is a percentage: nobody asks for 15 won off.
  const percent = percentage.exec(text)?.[1] ?? /^\d{1,2}$/.exec(text)?.[0];
  if (percent !== undefined) return { kind: 'percentage', percent: percentOf(text, Number(percent)) };
  const minor = parseMinor(text, decimals);
  return minor === null ? { kind: 'gift-item', item: typed } : { kind: 'amount', minor };
}

/** A percentage or an amount, and not digits alone, which may be a PIN or the code of a shop. */
export function isFigure(typed: string): boolean {
  if (/^\d+$/.test(typed.normalize('NFKC').trim())) return false;
  const { kind } = parseWant(typed, 0);
  return kind === 'percentage' || kind === 'amount';
}

/** In Japan discounts are told in tenths: 2割 is 20%. */
const percentOf = (text: string, figure: number): number => (/\d\s*割/.test(text) ? figure * 10 : figure);

/** An amount of money as people type it, in minor units; null for what is none. */
export function parseMinor(typed: string, decimals: number): bigint | null {
  const [, whole, fraction = '', times] = amount.exec(withDigits(typed)) ?? [];
  if (whole === undefined) return null;
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole.replaceAll(',', '') + fraction) * (tenfold[times ?? ''] ?? 1n) * 10n ** BigInt(decimals);
  return scaled % scale === 0n ? scaled / scale : null;
}
