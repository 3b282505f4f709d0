import type { DueWork } from '../operations.ts';
import type { Deps } from '../ports.ts';
import { payRefund } from './pay-refund.ts';
import { leaseUntil } from './retry.ts';
import { settle } from './settle-hold.ts';
import type { UnderWay } from './under-way.ts';

/** Fewer than the card company is asked at once, so that callers always find room. */
const mostAtOnce = 40;

/** Looks after holds that are unanswered or have run out, and refunds that are not paid yet. */
export const chasePayments =
  (deps: Deps, underWay: UnderWay): DueWork['chasePayments'] =>
  async () => {
    const { store, now } = deps;
    const ranOut = await claimRanOut(deps);
    const due = await store.read.hold.findMany({
      where: { nextTryAt: { lte: now() } },
      select: { id: true, nextTryAt: true },
      orderBy: { nextTryAt: 'asc' },
      take: mostAtOnce,
    });
    const claimed: string[] = [];
    for (const hold of due) if (await claimHold(deps, hold)) claimed.push(hold.id);
    const holds = [...ranOut, ...claimed];
    await Promise.all(holds.map((id) => underWay.start(id, () => settle(deps, id, 'what-became'))));
    return holds.length + (await payRefunds(deps));
  };

const claimHold = ({ store, now }: Deps, { id, nextTryAt }: { id: string; nextTryAt: Date | null }): Promise<boolean> =>
  store.transaction(async (tx) => {
    const claimed = await tx.hold.updateMany({ where: { id, nextTryAt }, data: { nextTryAt: leaseUntil(now()) } });
    return claimed.count === 1;
  });

/** From here on no purchase can be confirmed on these holds. */
async function claimRanOut({ store, now }: Deps): Promise<string[]> {
  const at = now();
  const stillOpen = { state: 'open', pending: null, expiresAt: { lte: at } };
  const ranOut = await store.read.hold.findMany({ where: stillOpen, select: { id: true }, take: mostAtOnce });
  const claimed: string[] = [];
  for (const { id } of ranOut) {
    const { count } = await store.transaction((tx) =>
      tx.hold.updateMany({ where: { id, ...stillOpen }, data: { pending: 'release', nextTryAt: leaseUntil(at) } }),
    );
    if (count === 1) claimed.push(id);
  }
  return claimed;
}

async function payRefunds(deps: Deps): Promise<number> {
  const { store, now } = deps;
  const due = await store.read.refund.findMany({
    where: { state: 'asked', nextTryAt: { lte: now() } },
    select: { id: true, nextTryAt: true },
    orderBy: { nextTryAt: 'asc' },
    take: mostAtOnce,
  });
  const claimed: string[] = [];
  for (const { id, nextTryAt } of due) {
    const { count } = await store.transaction((tx) =>
      tx.refund.updateMany({ where: { id, nextTryAt, state: 'asked' }, data: { nextTryAt: leaseUntil(now()) } }),
    );
    if (count === 1) claimed.push(id);
  }
  // At once: one that is not answered does not keep the others waiting.
  await Promise.all(claimed.map((id) => payRefund(deps, id)));
  return claimed.length;
}
