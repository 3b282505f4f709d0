import { giveBack } from '../../core/certificates/give-back.ts';
import { refundOwedEntry } from '../../core/ledger/entry.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { book } from '../ledger/book.ts';
import type { Deps } from '../ports.ts';
import { toCertificate } from './certificate-row.ts';
import { recordInShop } from './shop-record.ts';

interface Taken {
  id: string;
  shopId: string;
  number: string;
  state: string;
  currency: string;
  issued: bigint;
  balance: bigint;
  expiresAt: Date | null;
  buyerName: string;
  holderName: string | null;
  purchase: { holdId: string };
}

/**
 * GC-16: ends an unused certificate and owes its money to the buyer; the card company is asked after the commit.
 * Refuses what has been used or has ended.
 */
export async function takeBack(tx: Tx, deps: Deps, row: Taken, reason: 'refused' | 'lapsed' | 'returned') {
  const decided = giveBack(toCertificate(row));
  if (decided.kind !== 'given-back') return decided;
  const at = deps.now();
  const { count } = await tx.certificate.updateMany({
    where: { id: row.id, state: row.state, balance: row.balance },
    data: { state: 'cancelled', balance: 0n, endedAt: at },
  });
  if (count === 0) throw new Stale();
  const { holdId } = row.purchase;
  await book(tx, deps, refundOwedEntry(holdId, row.id, toCertificate(row).balance));
  await tx.refund.create({
    data: {
      id: deps.newId(),
      holdId,
      amount: row.balance,
      currency: row.currency,
      reason,
      state: 'asked',
      nextTryAt: at,
      createdAt: at,
    },
  });
  await recordInShop(tx, deps, row, { kind: 'cancelled', amount: row.balance, balance: 0n });
  return decided;
}
