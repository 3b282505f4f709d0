import type { CountryCode } from 'libphonenumber-js/max';
import { parseEmail } from '../email.ts';
import { parseMobile } from '../phone.ts';
import { parseWords } from '../words.ts';
import { type HoursFault, hoursFaults } from './opening-hours.ts';
import { isTrade } from './trades.ts';

export const waysToTell = ['email', 'text', 'call', 'chat'] as const;
export type ToldBy = (typeof waysToTell)[number];

/** A shop as its owner fills it in. */
export interface ShopEntry {
  name: string;
  /** '': the same as `name`. */
  nameEn: string;
  trade: string;
  about: string;
  place: string;
  /** Seven entries from Monday on; null: not said. */
  hours: (string | null)[] | null;
  /** Three digits that callers key in; '': the next free ones. */
  code: string;
  email: string;
  phone: string;
  toldBy: ToldBy[];
  threshold: number;
}

export type EntryFault = { field: keyof ShopEntry | 'ownerName' | 'ownerEmail' | 'password' } & (
  | { kind: 'missing' }
  | { kind: 'too-long'; most: number }
  | { kind: 'card-number' }
  | { kind: 'not-an-address' }
  | { kind: 'not-mobile' }
  | { kind: 'three-digits' }
  | { kind: 'taken' }
  /** Another shop gave this code up not long ago. */
  | { kind: 'resting' }
  | { kind: 'changed-often'; most: number }
  /** So many shops of one owner wait for the operator. */
  | { kind: 'too-many-waiting'; most: number }
  | { kind: 'too-short'; least: number }
  | { kind: 'same-as-address' }
  /** As a new password. */
  | { kind: 'in-use' }
  | ({ kind: 'hours' } & HoursFault)
  | { kind: 'unknown' }
  | { kind: 'not-positive' }
);

export const mostInEntry = { name: 60, nameEn: 60, about: 300, place: 100 } as const;
const mostThreshold = 100_000;

/** The entry as it may be kept, or everything that is wrong with it. Whether the code is free is not known here. */
export function checkShopEntry(
  entry: ShopEntry,
  home: CountryCode,
): { kind: 'entry'; entry: ShopEntry } | { kind: 'faults'; faults: EntryFault[] } {
  const faults: EntryFault[] = [];
  const words = (field: keyof typeof mostInEntry): string => {
    const parsed = parseWords(entry[field], mostInEntry[field]);
    if (parsed.kind === 'words') return parsed.words;
    if (parsed.kind === 'empty' && field === 'name') faults.push({ field, kind: 'missing' });
    if (parsed.kind === 'too-long') faults.push({ field, kind: 'too-long', most: parsed.most });
    if (parsed.kind === 'card-number') faults.push({ field, kind: 'card-number' });
    return '';
  };
  const name = words('name').replace(/\s+/g, ' ');
  const checked: ShopEntry = {
    ...entry,
    name,
    nameEn: words('nameEn').replace(/\s+/g, ' ') || name,
    about: words('about'),
    place: words('place').replace(/\s+/g, ' '),
    email: emailOf(entry, faults),
    phone: phoneOf(entry, home, faults),
  };
  if (!isTrade(entry.trade)) faults.push({ field: 'trade', kind: 'unknown' });
  // Codes do not begin with 0: the call takes 0 for the list of shops.
  if (entry.code !== '' && !/^[1-9]\d\d$/.test(entry.code)) faults.push({ field: 'code', kind: 'three-digits' });
  if (entry.hours !== null) {
    for (const fault of hoursFaults(entry.hours)) faults.push({ field: 'hours', kind: 'hours', ...fault });
  }
  const { threshold } = entry;
  if (!Number.isSafeInteger(threshold) || threshold < 1) faults.push({ field: 'threshold', kind: 'not-positive' });
  else if (threshold > mostThreshold) faults.push({ field: 'threshold', kind: 'too-long', most: mostThreshold });
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'entry', entry: checked };
}

/** Needed where news is to go there. */
function emailOf({ email, toldBy }: ShopEntry, faults: EntryFault[]): string {
  if (email.trim() === '') {
    if (toldBy.includes('email')) faults.push({ field: 'email', kind: 'missing' });
    return '';
  }
  const parsed = parseEmail(email);
  if (parsed.kind === 'email') return parsed.email;
  faults.push({ field: 'email', kind: parsed.kind });
  return '';
}

function phoneOf({ phone, toldBy }: ShopEntry, home: CountryCode, faults: EntryFault[]): string {
  if (phone.trim() === '') {
    if (toldBy.includes('text') || toldBy.includes('call')) faults.push({ field: 'phone', kind: 'missing' });
    return '';
  }
  const parsed = parseMobile(phone, home);
  if (parsed.kind === 'mobile') return parsed.phone;
  faults.push({ field: 'phone', kind: 'not-mobile' });
  return '';
}
