import { money, toCurrency } from '../../core/money.ts';
import type { Hold, HoldPending, HoldState } from '../../core/payments/hold.ts';

interface HoldRow {
  id: string;
  state: string;
  pending: string | null;
  amount: bigint;
  currency: string;
  expiresAt: Date;
  createdAt: Date;
}

export const toHold = (row: HoldRow): Hold => ({
  id: row.id,
  state: row.state as HoldState,
  pending: row.pending as HoldPending,
  amount: money(row.amount, toCurrency(row.currency)),
  expiresAt: row.expiresAt,
  createdAt: row.createdAt,
});
