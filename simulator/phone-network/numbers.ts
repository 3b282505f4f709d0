/** The countries that this carrier serves, with the lengths of their national numbers (digits after the code). */
const countries = [
  { code: '82', country: 'KR', national: /^[1-9]\d{7,9}$/, trunk: '0' },
  { code: '81', country: 'JP', national: /^[1-9]\d{8,9}$/, trunk: '0' },
  { code: '1', country: 'US', national: /^[2-9]\d{2}[2-9]\d{6}$/, trunk: '' },
] as const;

/** What Twilio writes for a caller who withholds the number: ANONYMOUS, on a keypad. */
export const withheldNumber = '+266696687';

export type NumberJudgement =
  | { kind: 'served'; country: string; callingCode: string; national: string }
  | { kind: 'not-served' }
  | { kind: 'malformed' };

/** Judges a number by its form alone: E.164, and of a country that the carrier serves. */
export function judgeNumber(number: string): NumberJudgement {
  if (!/^\+[1-9]\d{6,14}$/.test(number)) return { kind: 'malformed' };
  const digits = number.slice(1);
  const served = countries.find(({ code }) => digits.startsWith(code));
  if (!served) return { kind: 'not-served' };
  const national = digits.slice(served.code.length);
  if (!served.national.test(national)) return { kind: 'malformed' };
  return { kind: 'served', country: served.country, callingCode: served.code, national: served.trunk + national };
}

export function countryOf(number: string): string {
  const judged = judgeNumber(number);
  return judged.kind === 'served' ? judged.country : '';
}
