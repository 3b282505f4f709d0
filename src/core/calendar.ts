import { DateTime } from 'luxon';

/** The first instant of the day that `at` lies in, as people in `timeZone` count days. */
export const startOfDay = (at: Date, timeZone: string): Date =>
  DateTime.fromJSDate(at, { zone: timeZone }).startOf('day').toJSDate();

/** The day that `at` lies in, as people in `timeZone` count days: 2026-11-21. */
export const dayOf = (at: Date, timeZone: string): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd');

/** The midnight that ends the `days`th day after `at`: what is valid until the 20th is valid all through the 20th. */
export const midnightAfter = (at: Date, days: number, timeZone: string): Date =>
  DateTime.fromJSDate(at, { zone: timeZone })
    .startOf('day')
    .plus({ days: days + 1 })
    .toJSDate();
