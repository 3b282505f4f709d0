import type { Entry } from '../../core/ledger/entry.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

/** Writes an entry. An entry with the same key violates the database's own rule, and the transaction with it. */
export async function book(tx: Tx, { now, newId }: Pick<Deps, 'now' | 'newId'>, entry: Entry): Promise<void> {
  const id = newId();
  await tx.ledgerEntry.create({
    data: { id, key: entry.key, kind: entry.kind, currency: entry.currency, at: now() },
  });
  await tx.posting.createMany({
    data: entry.postings.map((posting, line) => ({ entryId: id, line, ...posting })),
  });
}
