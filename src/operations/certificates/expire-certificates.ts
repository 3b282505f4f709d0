import { expiryEntry } from '../../core/ledger/entry.ts';
import { Stale } from '../../store/open-store.ts';
import { book } from '../ledger/book.ts';
import type { DueWork } from '../operations.ts';
import type { Deps } from '../ports.ts';
import { toCertificate } from './certificate-row.ts';
import { recordInShop } from './shop-record.ts';

const mostAtOnce = 50;

/** What was not used by the end of its last day ends, and what was left of it is booked as expired. */
export const expireCertificates =
  (deps: Deps): DueWork['expireCertificates'] =>
  async () => {
    const { store, now, log } = deps;
    const ranOut = { state: 'active', expiresAt: { lte: now() } };
    const due = await store.read.certificate.findMany({ where: ranOut, select: { id: true }, take: mostAtOnce });
    let expired = 0;
    for (const { id } of due) {
      try {
        await expire(deps, id, ranOut);
        expired++;
      } catch (error) {
        // One certificate that cannot end must not keep the others.
        log.error({ err: error, certificateId: id }, 'a certificate could not expire; it stays due');
      }
    }
    return expired;
  };

const expire = (deps: Deps, id: string, ranOut: { state: string; expiresAt: { lte: Date } }): Promise<void> =>
  deps.store.transaction(async (tx) => {
    const row = await tx.certificate.findFirst({ where: { id, ...ranOut } });
    if (!row) return;
    const { count } = await tx.certificate.updateMany({
      where: { id, state: 'active', balance: row.balance },
      data: { state: 'expired', balance: 0n, endedAt: deps.now() },
    });
    if (count === 0) throw new Stale();
    await book(tx, deps, expiryEntry(id, toCertificate(row).balance));
    await recordInShop(tx, deps, row, { kind: 'expired', amount: row.balance, balance: 0n });
  });
