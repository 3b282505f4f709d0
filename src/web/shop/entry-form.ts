import { type ShopEntry, type ToldBy, waysToTell } from '../../core/shops/shop-entry.ts';
import type { EntryFault } from '../../operations/shops/keeping-operations.ts';
import { phoneAt } from '../../wording/written/phones.ts';
import type { Marks } from '../forms/field.tsx';
import { fieldOf, type Typed, valuesOf } from '../forms/form.ts';
import { readNumber } from '../forms/read-field.ts';
import type { OfficeWords } from '../words/office/office-words.ts';

export const days = [0, 1, 2, 3, 4, 5, 6] as const;

/** The entry as the form says it; what is no number or no hours at all is left to be found wrong. */
export function readEntry(form: Typed): ShopEntry {
  const threshold = readNumber(fieldOf(form, 'threshold'));
  const hours = days.map((day) => readHours(fieldOf(form, `opens${day}`), fieldOf(form, `closes${day}`)));
  return {
    name: fieldOf(form, 'name'),
    nameEn: fieldOf(form, 'nameEn'),
    trade: fieldOf(form, 'trade'),
    about: fieldOf(form, 'about'),
    place: fieldOf(form, 'place'),
    hours: hours.every((day) => day === null) ? null : hours,
    code: fieldOf(form, 'code').normalize('NFKC').trim(),
    email: fieldOf(form, 'email'),
    phone: fieldOf(form, 'phone'),
    toldBy: valuesOf(form, 'toldBy').filter((way): way is ToldBy => (waysToTell as readonly string[]).includes(way)),
    threshold: threshold.kind === 'value' ? threshold.value : Number.NaN,
  };
}

/** Until midnight is 24:00 to us and 00:00 to a browser's field. */
function readHours(opens: string, closes: string): string | null {
  if (opens.trim() === '' && closes.trim() === '') return null;
  return `${opens.trim().slice(0, 5)}-${closes.trim().slice(0, 5).replace('00:00', '24:00')}`;
}

/** What the fields of the form show for an entry. A number stands there as people at home write it. */
export function toForm(entry: ShopEntry, home: string): Typed {
  const hours = days.flatMap((day) => {
    const [opens = '', closes = ''] = entry.hours?.[day]?.split('-') ?? [];
    return [
      [`opens${day}`, opens],
      [`closes${day}`, closes.replace('24:00', '00:00')],
    ];
  });
  const { name, nameEn, trade, about, place, code, email, phone, toldBy, threshold } = entry;
  const fields = {
    name,
    nameEn,
    trade,
    about,
    place,
    code,
    email,
    phone: phone && phoneAt(phone, home),
    toldBy,
    threshold: String(threshold),
  };
  return { ...fields, ...Object.fromEntries(hours) };
}

export const newEntryForm: Typed = { toldBy: ['email'], threshold: '20' };

/** What is wrong, in words, where it stands. */
export function markEntry(faults: readonly EntryFault[], words: OfficeWords): Marks {
  const marks: Record<string, string> = {};
  for (const fault of faults) marks[inputOf(fault)] ??= wordFault(fault, words);
  return marks;
}

const inputOf = (fault: EntryFault): string =>
  fault.kind === 'hours' ? `${fault.what === 'no-closing' ? 'closes' : 'opens'}${fault.day}` : fault.field;

function wordFault<F extends EntryFault>(fault: F, words: OfficeWords): string {
  if (fault.field === 'ownerEmail' && fault.kind === 'taken') return words.takenEmail;
  // TypeScript cannot see that this wording and this fault belong together.
  const say = words.faults[fault.kind] as (fault: F) => string;
  return say(fault);
}
