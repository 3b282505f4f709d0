import { DateTime } from 'luxon';

/** So many things in one hour, the hour by UTC: 2026-11-21T05. */
export interface HourCount {
  hour: string;
  count: number;
}

const localOf = (hour: string, timeZone: string): DateTime =>
  DateTime.fromISO(`${hour}:00:00Z`, { zone: 'utc' }).setZone(timeZone);

/** By day of the time zone, from the first day with anything to the last, without gaps; `day` as 2026-11-21. */
export function fillDays(fetched: HourCount[], used: HourCount[], timeZone: string) {
  const days = new Map<string, { fetched: number; used: number }>();
  const add = (counts: HourCount[], what: 'fetched' | 'used') => {
    for (const { hour, count } of counts) {
      const day = localOf(hour, timeZone).toISODate() ?? '';
      const so = days.get(day) ?? { fetched: 0, used: 0 };
      days.set(day, { ...so, [what]: so[what] + count });
    }
  };
  add(fetched, 'fetched');
  add(used, 'used');
  const known = [...days.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: { day: string; fetched: number; used: number }[] = [];
  for (let day = first; day <= last; day = DateTime.fromISO(day).plus({ days: 1 }).toISODate() ?? `${last}~`) {
    all.push({ day, ...(days.get(day) ?? { fetched: 0, used: 0 }) });
  }
  return all;
}

/** By hour of the week of the time zone: weekday 0 is Monday; hours with nothing are left out. */
export function byHourOfWeek(used: HourCount[], timeZone: string) {
  const hours = new Map<string, { weekday: number; hour: number; used: number }>();
  for (const { hour, count } of used) {
    const local = localOf(hour, timeZone);
    const key = `${local.weekday}-${local.hour}`;
    const so = hours.get(key)?.used ?? 0;
    hours.set(key, { weekday: local.weekday - 1, hour: local.hour, used: so + count });
  }
  return [...hours.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}
