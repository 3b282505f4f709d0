/** The field's length for PINs: four to six digits, for members and recipients alike. */
export const isPin = (typed: string): boolean => /^\d{4,6}$/.test(typed);

export interface PinLimits {
  /** Wrong PINs in a row before the door closes. */
  mostWrong: number;
  closedForMs: number;
}

export type PinGate = { kind: 'open' } | { kind: 'closed'; until: Date } | { kind: 'open-again' };

/**
 * Whether one more PIN may be tried, given the times of the wrong ones so far, newest first.
 * `open-again`: the time is served, and the old attempts are to be forgotten.
 */
export function pinGate(wrongAt: readonly Date[], limits: PinLimits, at: Date): PinGate {
  const newest = wrongAt[0];
  if (!newest || wrongAt.length < limits.mostWrong) return { kind: 'open' };
  const until = new Date(newest.getTime() + limits.closedForMs);
  return at < until ? { kind: 'closed', until } : { kind: 'open-again' };
}
