import type { Channel } from '../core/messages/address.ts';
import type { Store, Tx } from '../store/open-store.ts';
import { join, raw, type Sql, sql } from '../store/sql.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { leaseMs } from './retry.ts';

export type OutboxRow = Awaited<ReturnType<typeof rowsOf>>[number];

export interface ClaimedMessage {
  row: OutboxRow;
  /** Somebody may have sent it already: it is looked up first. */
  doubtful: boolean;
}

type Claiming = Pick<OutboxDeps, 'store' | 'now'>;

/**
 * Takes what is due on one channel, for one lease, oldest first; what goes to very many is left for `claimBulk`. Another
 * process that asks at the same time gets others.
 */
export async function claimMessages(
  { store, now }: Claiming,
  channel: Channel,
  most: number,
): Promise<ClaimedMessage[]> {
  const at = now();
  // Most times nothing is due, and a look takes no lock.
  if (!(await store.read.outboxMessage.findFirst({ where: due(channel, at), select: { id: true } }))) return [];
  const urgent = sql`"bulk" = FALSE AND "channel" = ${channel}`;
  return store.transaction(async (tx) => {
    const doubtful = await take(tx, store, { state: 'sending', at, most, which: urgent });
    const fresh = await take(tx, store, { state: 'scheduled', at, most: most - doubtful.length, which: urgent });
    return claimedOf(tx, doubtful, fresh);
  });
}

const due = (channel: Channel, at: Date) => ({
  bulk: false,
  channel,
  OR: [
    { state: 'scheduled', dueAt: { lte: at } },
    { state: 'sending', claimedUntil: { lte: at } },
  ],
});

/**
 * Takes bulk messages of one channel. Which they are is found before the lock is taken, since a hundred thousand may
 * wait; whoever was quicker has them, and then there are fewer this time.
 */
export async function claimBulk({ store, now }: Claiming, channel: Channel, most: number): Promise<ClaimedMessage[]> {
  const at = now();
  const bulk = { bulk: true, channel };
  const wanted = { select: { id: true }, take: most } as const;
  const doubtful = await store.read.outboxMessage.findMany({
    where: { state: 'sending', ...bulk, claimedUntil: { lte: at } },
    ...wanted,
  });
  // By the time alone, which the index has: a page of a publication has one and the same.
  const fresh = await store.read.outboxMessage.findMany({
    where: { state: 'scheduled', ...bulk, dueAt: { lte: at } },
    orderBy: { dueAt: 'asc' },
    ...wanted,
  });
  if (doubtful.length + fresh.length === 0) return [];
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return store.transaction(async (tx) => {
    const again = await takeOf(tx, store, { state: 'sending', at, most, ids: ids(doubtful) });
    const first = await takeOf(tx, store, { state: 'scheduled', at, most: most - again.length, ids: ids(fresh) });
    return claimedOf(tx, again, first);
  });
}

interface Taking {
  state: 'scheduled' | 'sending';
  at: Date;
  most: number;
}

function takeOf(tx: Tx, store: Store, { ids, ...taking }: Taking & { ids: string[] }): Promise<string[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return take(tx, store, { ...taking, which: sql`"id" IN (${join(ids)})` });
}

async function take(
  tx: Tx,
  { dialect }: Store,
  { state, at, most, which }: Taking & { which: Sql },
): Promise<string[]> {
  const until = new Date(at.getTime() + leaseMs);
  const since = raw(state === 'scheduled' ? '"dueAt"' : '"claimedUntil"');
  const skipping = raw(dialect === 'postgresql' ? 'FOR UPDATE SKIP LOCKED' : '');
  const taken = await tx.query<{ id: string }>(sql`
    UPDATE "OutboxMessage"
    SET "state" = 'sending', "claimedUntil" = ${until}, "tries" = "tries" + 1, "firstTriedAt" = COALESCE("firstTriedAt", ${at})
    WHERE "id" IN (
      SELECT "id" FROM "OutboxMessage" WHERE "state" = ${state} AND ${which} AND ${since} <= ${at}
      ORDER BY "dueAt", "id" LIMIT ${most} ${skipping}
    )
    RETURNING "id"`);
  return taken.map(({ id }) => id);
}

async function claimedOf(tx: Tx, doubtful: string[], fresh: string[]): Promise<ClaimedMessage[]> {
  const known = new Set(doubtful);
  const rows = await rowsOf(tx, [...doubtful, ...fresh]);
  return rows.map((row) => ({ row, doubtful: known.has(row.id) }));
}

const rowsOf = (tx: Tx, ids: string[]) =>
  tx.outboxMessage.findMany({ where: { id: { in: ids } }, orderBy: [{ dueAt: 'asc' }, { createdAt: 'asc' }] });
