const form = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/** Seven days from Monday on, each "10:00-20:00" (until 24:00 at most, or past midnight), or null for closed. */
export const areHours = (hours: readonly (string | null)[]): boolean =>
  hours.length === 7 && hours.every((day) => day === null || isSpan(day));

function isSpan(day: string): boolean {
  const [, fromHour, fromMinute, toHour, toMinute] = (form.exec(day) ?? []).map(Number);
  if (fromHour === undefined || fromMinute === undefined || toHour === undefined || toMinute === undefined)
    return false;
  const opens = fromHour * 60 + fromMinute;
  const closes = toHour * 60 + toMinute;
  return fromHour < 24 && fromMinute < 60 && toMinute < 60 && closes <= 24 * 60 && opens !== closes;
}
