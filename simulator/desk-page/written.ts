import { personAt } from './cast.ts';
import type { Language } from './words/words.ts';

/** The currencies that have no smaller coin. Others are counted in hundredths. */
const wholeCurrencies = ['KRW', 'JPY'];

/** Minor units as people write them: 50,000원, 50,000 won. */
export function writtenAmount(minor: number, currency: string, language: Language): string {
  const code = currency.toUpperCase();
  const amount = wholeCurrencies.includes(code) ? minor : minor / 100;
  if (code !== 'KRW') return new Intl.NumberFormat(language, { style: 'currency', currency: code }).format(amount);
  return language === 'ko' ? `${amount.toLocaleString('ko')}원` : `${amount.toLocaleString('en')} won`;
}

/** +821020000001 as it is dialled at home: 010-2000-0001; the line as 1588-0000. */
export function writtenNumber(number: string): string {
  if (!number.startsWith('+82')) return number;
  const national = number.slice(3);
  if (/^1[568]\d{6}$/.test(national)) return `${national.slice(0, 4)}-${national.slice(4)}`;
  const digits = `0${national}`;
  const head = digits.startsWith('02') ? 2 : 3;
  return `${digits.slice(0, head)}-${digits.slice(head, -4)}-${digits.slice(-4)}`;
}

/** A person by name, anybody else by number. */
export const writtenParty = (number: string, language: Language, line: { number: string; name: string }): string =>
  number === line.number ? line.name : (personAt(number)?.name[language] ?? writtenNumber(number));

/** What a badge has room for. */
export const writtenCount = (count: number): string => (count > 99 ? '99+' : String(count));

/** 1.2 MB, 340 kB, 16 B: in thousands, as mail programs count. */
export function writtenBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const writtenTime = (iso: string, language: Language): string =>
  new Date(iso).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const writtenDay = (iso: string, language: Language): string =>
  new Date(iso).toLocaleDateString(language, { year: 'numeric', month: 'short', day: 'numeric' });
