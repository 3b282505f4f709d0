import type { Money } from '../money.ts';
import type { Certificate } from './certificate.ts';

export interface RolledBack {
  kind: 'rolled-back';
  balance: Money;
  state: 'active';
}

export type RollbackRefusal = { kind: 'already-rolled-back' } | { kind: 'expired'; on: Date } | { kind: 'cancelled' };

/**
 * Puts a redemption's whole amount back. After the last day nothing comes back, swept or not: it would be lost at once,
 * and the shop returns the price itself.
 */
export function rollBack(
  held: Certificate,
  redemption: { amount: bigint; rolledBackAt: Date | null },
  at: Date,
): RolledBack | RollbackRefusal {
  if (redemption.rolledBackAt) return { kind: 'already-rolled-back' };
  if (held.state === 'cancelled') return { kind: 'cancelled' };
  if (held.state === 'expired' || (held.expiresAt && held.expiresAt <= at))
    return { kind: 'expired', on: held.expiresAt ?? at };
  return {
    kind: 'rolled-back',
    balance: { ...held.balance, minor: held.balance.minor + redemption.amount },
    state: 'active',
  };
}
