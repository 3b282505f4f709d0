import { DateTime } from 'luxon';

/**
 * Nobody's telephone rings or buzzes at night for what can wait. Korea asks for a consent of its own for advertising sent
 * between 21:00 and 08:00 (Act on Promotion of Information and Communications Network Utilization, article 50, 3).
 */
const quietFrom = 21;
const quietUntil = 8;

/** `at` itself, or the morning after it, as people in `timeZone` count hours. */
export function afterQuietHours(at: Date, timeZone: string): Date {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  if (local.hour >= quietUntil && local.hour < quietFrom) return at;
  const morning = local.set({ hour: quietUntil, minute: 0, second: 0, millisecond: 0 });
  return (local.hour < quietUntil ? morning : morning.plus({ days: 1 })).toJSDate();
}
