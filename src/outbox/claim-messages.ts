import type { Store, Tx } from '../store/open-store.ts';
import { raw, sql } from '../store/sql.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { leaseMs } from './retry.ts';

export type OutboxRow = Awaited<ReturnType<typeof rowsOf>>[number];

export interface ClaimedMessage {
  row: OutboxRow;
  /** Somebody may have sent it already: it is looked up first. */
  doubtful: boolean;
}

/** Takes what is due, for one lease, oldest first. Another process that asks at the same time gets others. */
export async function claimMessages(
  { store, now }: Pick<OutboxDeps, 'store' | 'now'>,
  most: number,
): Promise<ClaimedMessage[]> {
  const at = now();
  // Most times nothing is due, and a look takes no lock.
  if ((await store.read.outboxMessage.count({ where: due(at) })) === 0) return [];
  return store.transaction(async (tx) => {
    const doubtful = await take(tx, store, 'sending', at, most);
    const fresh = await take(tx, store, 'scheduled', at, most - doubtful.length);
    const known = new Set(doubtful);
    const rows = await rowsOf(tx, [...doubtful, ...fresh]);
    return rows.map((row) => ({ row, doubtful: known.has(row.id) }));
  });
}

const due = (at: Date) => ({
  OR: [
    { state: 'scheduled', dueAt: { lte: at } },
    { state: 'sending', claimedUntil: { lte: at } },
  ],
});

async function take(
  tx: Tx,
  { dialect }: Store,
  state: 'scheduled' | 'sending',
  at: Date,
  most: number,
): Promise<string[]> {
  const until = new Date(at.getTime() + leaseMs);
  const since = raw(state === 'scheduled' ? '"dueAt"' : '"claimedUntil"');
  const skipping = raw(dialect === 'postgresql' ? 'FOR UPDATE SKIP LOCKED' : '');
  const taken = await tx.query<{ id: string }>(sql`
    UPDATE "OutboxMessage"
    SET "state" = 'sending', "claimedUntil" = ${until}, "tries" = "tries" + 1, "firstTriedAt" = COALESCE("firstTriedAt", ${at})
    WHERE "id" IN (
      SELECT "id" FROM "OutboxMessage" WHERE "state" = ${state} AND ${since} <= ${at}
      ORDER BY "dueAt", "id" LIMIT ${most} ${skipping}
    )
    RETURNING "id"`);
  return taken.map(({ id }) => id);
}

const rowsOf = (tx: Tx, ids: string[]) =>
  tx.outboxMessage.findMany({ where: { id: { in: ids } }, orderBy: [{ dueAt: 'asc' }, { createdAt: 'asc' }] });
