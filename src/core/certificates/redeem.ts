import type { Money } from '../money.ts';
import { type Certificate, type CertificateState, type NotUsable, usability } from './certificate.ts';

export interface Redeemed {
  kind: 'redeemed';
  balance: Money;
  state: CertificateState;
}

export type RedeemRefusal =
  | NotUsable
  | { kind: 'insufficient-balance'; balance: Money }
  | { kind: 'amount-not-positive' };

/** Takes `amount` off the balance; the last of it ends the certificate. */
export function redeem(held: Certificate, amount: bigint, at: Date): Redeemed | RedeemRefusal {
  const usable = usability(held, at);
  if (usable.kind !== 'usable') return usable;
  if (amount <= 0n) return { kind: 'amount-not-positive' };
  if (amount > held.balance.minor) return { kind: 'insufficient-balance', balance: held.balance };
  const left = held.balance.minor - amount;
  return { kind: 'redeemed', balance: { ...held.balance, minor: left }, state: left === 0n ? 'redeemed' : 'active' };
}
