import { DateTime } from 'luxon';
import { type Currency, decimalsOf } from '../../core/money.ts';

/**
 * What a field that may be left empty says: nothing, something, a fraction where only whole ones count, or something
 * that cannot be read.
 */
export type Read<T> = { kind: 'nothing' } | { kind: 'value'; value: T } | { kind: 'fraction' } | { kind: 'unreadable' };

const nothing = { kind: 'nothing' } as const;
const fraction = { kind: 'fraction' } as const;
const unreadable = { kind: 'unreadable' } as const;

/** Full-width digits count as digits, and so do commas between thousands. */
const plain = (typed: string): string => typed.normalize('NFKC').trim();

export function readNumber(typed: string): Read<number> {
  const text = plain(typed).replace(/(?<=\d),(?=\d{3})/g, '');
  if (text === '') return nothing;
  if (/^-?\d{1,12}\.\d+$/.test(text)) return fraction;
  return /^-?\d{1,12}$/.test(text) ? { kind: 'value', value: Number(text) } : unreadable;
}

const signs = /^[₩¥$]\s*|\s*(?:원|won|엔|円|yen|ウォン|달러|ドル|dollars?)$/gi;

/** An amount as people type it, 5,000 or 5,000원, in minor units. */
export function readAmount(typed: string, currency: Currency): Read<bigint> {
  const text = plain(typed)
    .replace(signs, '')
    .replace(/(?<=\d),(?=\d{3})/g, '');
  if (text === '') return plain(typed) === '' ? nothing : unreadable;
  const decimals = decimalsOf(currency);
  const [, whole, part = ''] = /^(-?\d{1,12})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return unreadable;
  if (part.length > decimals) return fraction;
  return { kind: 'value', value: BigInt(whole + part.padEnd(decimals, '0')) };
}

/** The amount as a field shows it: 5000, or 12.50. */
export function amountField(minor: bigint | null, currency: Currency): string {
  if (minor === null) return '';
  const decimals = decimalsOf(currency);
  const digits = minor.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The midnight that a day (2026-11-21) begins with. */
export function readDay(typed: string, timeZone: string): Read<Date> {
  const text = plain(typed);
  if (text === '') return nothing;
  const day = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone: timeZone });
  return day.isValid ? { kind: 'value', value: day.toJSDate() } : unreadable;
}

/** The midnight that ends a day. */
export function readLastDay(typed: string, timeZone: string): Read<Date> {
  const read = readDay(typed, timeZone);
  if (read.kind !== 'value') return read;
  return { kind: 'value', value: DateTime.fromJSDate(read.value, { zone: timeZone }).plus({ days: 1 }).toJSDate() };
}

/** A day and a time (2026-11-21T18:00), as the browser's own field gives it. */
export function readMoment(typed: string, timeZone: string): Read<Date> {
  const text = plain(typed);
  if (text === '') return nothing;
  const moment = DateTime.fromISO(text, { zone: timeZone });
  const complete = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text);
  return moment.isValid && complete ? { kind: 'value', value: moment.toJSDate() } : unreadable;
}

const local = (at: Date, timeZone: string) => DateTime.fromJSDate(at, { zone: timeZone });

export const dayField = (at: Date, timeZone: string): string => local(at, timeZone).toFormat('yyyy-MM-dd');
export const lastDayField = (end: Date, timeZone: string): string =>
  local(end, timeZone).minus({ milliseconds: 1 }).toFormat('yyyy-MM-dd');
export const momentField = (at: Date | null, timeZone: string): string =>
  at === null ? '' : local(at, timeZone).toFormat("yyyy-MM-dd'T'HH:mm");
