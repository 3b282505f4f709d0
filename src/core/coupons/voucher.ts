import { midnightAfter } from '../calendar.ts';
import { moneyOff, needsBill, type Offer } from './offer.ts';

export type VoucherState = 'active' | 'used' | 'expired' | 'withdrawn';

/** A coupon at a till. An untracked one is always active. */
export interface HeldVoucher {
  state: VoucherState;
  validFrom: Date;
  expiresAt: Date;
  offer: Offer;
  leastSpend: bigint | null;
}

export type VoucherNotUsable =
  | { kind: 'already-used' }
  | { kind: 'withdrawn' }
  | { kind: 'expired'; on: Date }
  | { kind: 'not-valid-yet'; from: Date };

/** Whether it may be used now (EC-07). */
export function voucherUsability(held: HeldVoucher, at: Date): { kind: 'usable' } | VoucherNotUsable {
  if (held.state === 'used') return { kind: 'already-used' };
  if (held.state === 'withdrawn') return { kind: 'withdrawn' };
  if (held.state === 'expired' || held.expiresAt <= at) return { kind: 'expired', on: held.expiresAt };
  if (at < held.validFrom) return { kind: 'not-valid-yet', from: held.validFrom };
  return { kind: 'usable' };
}

export type VoucherRefusal =
  | VoucherNotUsable
  | { kind: 'amount-not-positive' }
  | { kind: 'below-least-spend'; least: bigint };

/** EC-08. `off`: what is taken off the bill; the rest of the offer is the clerk's to do. */
export function useVoucher(held: HeldVoucher, bill: bigint, at: Date): { kind: 'used'; off: bigint } | VoucherRefusal {
  const usable = voucherUsability(held, at);
  if (usable.kind !== 'usable') return usable;
  if (bill < 0n || (bill === 0n && (needsBill(held.offer) || held.leastSpend !== null))) {
    return { kind: 'amount-not-positive' };
  }
  if (held.leastSpend !== null && bill < held.leastSpend) return { kind: 'below-least-spend', least: held.leastSpend };
  return { kind: 'used', off: moneyOff(held.offer, bill) };
}

export type VoucherRollbackRefusal =
  | { kind: 'already-rolled-back' }
  | { kind: 'expired'; on: Date }
  | { kind: 'withdrawn' };

/** Gives a used coupon back to its holder. After its last day it would be worth nothing, and stays used. */
export function rollBackVoucher(
  held: HeldVoucher,
  redemption: { rolledBackAt: Date | null },
  at: Date,
): { kind: 'rolled-back' } | VoucherRollbackRefusal {
  if (redemption.rolledBackAt) return { kind: 'already-rolled-back' };
  if (held.state === 'withdrawn') return { kind: 'withdrawn' };
  if (held.expiresAt <= at) return { kind: 'expired', on: held.expiresAt };
  return { kind: 'rolled-back' };
}

/**
 * EC-13. When a coupon that is taken now ends: at the midnight after its own days, but never after the campaign.
 */
export function voucherExpiry(
  { validFrom, validUntil, validDays }: { validFrom: Date; validUntil: Date; validDays: number | null },
  at: Date,
  timeZone: string,
): Date {
  if (validDays === null) return validUntil;
  const own = midnightAfter(at > validFrom ? at : validFrom, validDays, timeZone);
  return own < validUntil ? own : validUntil;
}
