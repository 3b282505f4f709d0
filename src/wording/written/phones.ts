import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { countryOf, maskedPhone, parseE164 } from '../../core/phone.ts';

/** A number as people at `reader`'s home write it: 010-3000-0001 in Korea, +82 10-3000-0001 elsewhere. */
export const writtenPhone = (phone: string, reader: string): string => phoneAt(phone, countryOf(reader));

/** The same as a field shows it that is read at `home`. */
export function phoneAt(phone: string, home: string | null | undefined): string {
  const number = parsePhoneNumberFromString(phone);
  if (!number) return phone;
  return number.country === home ? number.formatNational() : number.formatInternational();
}

/** Whom a message is about: a name as it came, or as much of a number as may be shown. */
export const shownPerson = (shown: string): string => (parseE164(shown) ? maskedPhone(shown) : shown);
