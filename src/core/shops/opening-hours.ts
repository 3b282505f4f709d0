const form = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

export type HoursFault = { day: number; what: 'no-opening' | 'no-closing' | 'no-span' };

/**
 * Seven days from Monday = 0 on, each "10:00-20:00" (until 24:00 at most, or past midnight), or null for closed: those
 * that say no such span, and what is wrong with each.
 */
export const hoursFaults = (hours: readonly (string | null)[]): HoursFault[] =>
  hours.flatMap((span, day) => (span === null || isSpan(span) ? [] : [{ day, what: faultOf(span) }]));

function faultOf(span: string): HoursFault['what'] {
  if (span.startsWith('-')) return 'no-opening';
  return span.endsWith('-') ? 'no-closing' : 'no-span';
}

function isSpan(day: string): boolean {
  const [, fromHour, fromMinute, toHour, toMinute] = (form.exec(day) ?? []).map(Number);
  if (fromHour === undefined || fromMinute === undefined || toHour === undefined || toMinute === undefined)
    return false;
  const opens = fromHour * 60 + fromMinute;
  const closes = toHour * 60 + toMinute;
  return fromHour < 24 && fromMinute < 60 && toMinute < 60 && closes <= 24 * 60 && opens !== closes;
}
