import { midnightAfter } from '../calendar.ts';
import type { Currency } from '../money.ts';
import { mostBill } from './bill.ts';
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
  | { kind: 'bill-too-large'; most: bigint }
  | { kind: 'below-least-spend'; least: bigint };

/** EC-08. `off`: what is taken off the bill; the rest of the offer is the clerk's to do. */
export function useVoucher(
  held: HeldVoucher & { currency: Currency },
  bill: bigint,
  at: Date,
): { kind: 'used'; off: bigint } | VoucherRefusal {
  const usable = voucherUsability(held, at);
  if (usable.kind !== 'usable') return usable;
  if (bill < 0n || (bill === 0n && (needsBill(held.offer) || held.leastSpend !== null))) {
    return { kind: 'amount-not-positive' };
  }
  const most = mostBill[held.currency];
  if (bill > most) return { kind: 'bill-too-large', most };
  if (held.leastSpend !== null && bill < held.leastSpend) return { kind: 'below-least-spend', least: held.leastSpend };
  return { kind: 'used', off: moneyOff(held.offer, bill) };
}

export type VoucherRollbackRefusal = { kind: 'already-rolled-back' } | { kind: 'expired'; on: Date };

/**
 * Gives a used coupon back to its holder; of a sending that was stopped meanwhile it comes back withdrawn, as all others
 * of it are. After its last day it would be worth nothing, and stays used.
 */
export function rollBackVoucher(
  held: Pick<HeldVoucher, 'expiresAt'> & { sendingStopped: boolean },
  redemption: { rolledBackAt: Date | null },
  at: Date,
): { kind: 'rolled-back'; state: 'active' | 'withdrawn' } | VoucherRollbackRefusal {
  if (redemption.rolledBackAt) return { kind: 'already-rolled-back' };
  if (held.expiresAt <= at) return { kind: 'expired', on: held.expiresAt };
  return { kind: 'rolled-back', state: held.sendingStopped ? 'withdrawn' : 'active' };
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
