import { DateTime } from 'luxon';

/** The first instant of the day that `at` lies in, as people in `timeZone` count days. */
export const startOfDay = (at: Date, timeZone: string): Date =>
  DateTime.fromJSDate(at, { zone: timeZone }).startOf('day').toJSDate();

/** The end of the `days`th day after `at`: what is valid until the 20th is valid all through the 20th. */
export const endOfDayAfter = (at: Date, days: number, timeZone: string): Date =>
  DateTime.fromJSDate(at, { zone: timeZone }).plus({ days }).endOf('day').toJSDate();
