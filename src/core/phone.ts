import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number in E.164, such as +821030000001. */
export type Phone = string & { readonly e164: unique symbol };

export interface MobileNumber {
  kind: 'mobile';
  phone: Phone;
}
export interface NotMobile {
  kind: 'not-mobile';
}

/** Reads what somebody keyed in or wrote: national digits of `home`, or international with + or 00. */
export function parseMobile(typed: string, home: CountryCode): MobileNumber | NotMobile {
  const international = typed.trim().replace(/^00(?=[1-9])/, '+');
  const number = parsePhoneNumberFromString(international, home);
  if (!number?.isValid()) return { kind: 'not-mobile' };
  const type = number.getType();
  if (type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE') return { kind: 'not-mobile' };
  return { kind: 'mobile', phone: number.number as string as Phone };
}

/** A number as a provider gives it (E.164), or null for "anonymous" and the like. */
export function parseE164(text: string): Phone | null {
  return /^\+[1-9]\d{6,14}$/.test(text) ? (text as Phone) : null;
}

/** The digits that people say at home, in their groups: +821030000001 → ['010', '3000', '0001']. */
export function nationalGroups(phone: string): string[] {
  const number = parsePhoneNumberFromString(phone);
  return (number ? number.formatNational() : phone).split(/[^0-9]+/).filter((group) => group !== '');
}

/** The country of a number, or null where it belongs to none (satellite phones and the like). */
export function countryOf(phone: string): CountryCode | null {
  return parsePhoneNumberFromString(phone)?.country ?? null;
}

/** As much of a number as the one who knows it recognises: 010-****-0001. */
export function maskedPhone(phone: string): string {
  const groups = nationalGroups(phone);
  return groups.map((group, i) => (i === 0 || i === groups.length - 1 ? group : '*'.repeat(group.length))).join('-');
}
