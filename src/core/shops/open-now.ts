import { DateTime } from 'luxon';

export type OpenNow =
  | { kind: 'open'; until: string }
  /** Will open later today. */
  | { kind: 'opens'; at: string }
  | { kind: 'over' }
  | { kind: 'closed-today' }
  | { kind: 'all-day' };

const dayMinutes = 24 * 60;

/**
 * Whether a shop is open at an instant. `hours`: seven days from Monday on, "10:00-20:00" (an end before the beginning is
 * past midnight), or null for closed.
 */
export function openNow(hours: readonly (string | null)[], at: Date, timeZone: string): OpenNow {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  const minute = local.hour * 60 + local.minute;
  const today = spanOf(hours[local.weekday - 1]);
  const yesterday = spanOf(hours[(local.weekday + 5) % 7]);
  if (yesterday && yesterday.to > dayMinutes && minute < yesterday.to - dayMinutes) {
    return { kind: 'open', until: clock(yesterday.to) };
  }
  if (!today) return { kind: 'closed-today' };
  if (today.from === 0 && today.to === dayMinutes) return { kind: 'all-day' };
  if (minute < today.from) return { kind: 'opens', at: clock(today.from) };
  return minute < today.to ? { kind: 'open', until: clock(today.to) } : { kind: 'over' };
}

function spanOf(day: string | null | undefined): { from: number; to: number } | null {
  const [from, to] = (day ?? '').split('-').map((time) => {
    const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  if (from === undefined || to === undefined || Number.isNaN(from + to)) return null;
  return { from, to: to <= from ? to + dayMinutes : to };
}

const clock = (minutes: number): string => {
  const inDay = minutes > dayMinutes ? minutes - dayMinutes : minutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
};
