import { decideCapture } from '../../core/payments/hold.ts';
import { Stale } from '../../store/open-store.ts';
import { leaseUntil } from '../payments/retry.ts';
import { settle } from '../payments/settle-hold.ts';
import type { UnderWay } from '../payments/under-way.ts';
import type { Deps } from '../ports.ts';
import { toHold } from './hold-row.ts';
import type { PurchaseOperations } from './purchase-operations.ts';
import { waitWhile } from './wait-for-hold.ts';

type Ask = Parameters<PurchaseOperations['confirmPurchase']>[0];

export const confirmPurchase =
  (deps: Deps, underWay: UnderWay): PurchaseOperations['confirmPurchase'] =>
  async (ask) => {
    const { holdId } = ask;
    const decided = await writeIntent(deps, ask);
    if (decided.kind === 'capture') {
      deps.failpoint('purchase.confirmed');
      void underWay.start(holdId, () => settle(deps, holdId, 'capture'));
    }
    const hold = await waitWhile(deps, underWay, holdId, (row) => row.pending === 'capture');
    if (hold.state === 'captured' && hold.reason === null) return { kind: 'bought' };
    if (hold.pending === 'capture') return { kind: 'waiting' };
    return { kind: decided.kind === 'hold-expired' ? 'hold-expired' : 'payment-failed' };
  };

/** What the buyer confirmed is written down before any money moves, so that a crash in between loses nothing. */
const writeIntent = (deps: Deps, ask: Ask) =>
  deps.store.transaction(async (tx) => {
    const { holdId, ...confirmed } = ask;
    const row = await tx.hold.findUniqueOrThrow({ where: { id: holdId }, include: { member: true } });
    const at = deps.now();
    const decided = decideCapture(toHold(row), at);
    if (decided.kind !== 'capture') return decided;
    const { count } = await tx.hold.updateMany({
      where: { id: holdId, state: 'open', pending: null },
      data: { pending: 'capture', nextTryAt: leaseUntil(at), tries: 0 },
    });
    if (count === 0) throw new Stale();
    await tx.purchase.create({
      data: {
        id: deps.newId(),
        holdId,
        memberId: row.memberId,
        shopId: row.shopId,
        channel: confirmed.channel,
        buyerName: row.member.name,
        memberNumber: row.member.number,
        callerPhone: confirmed.caller,
        recipientPhone: confirmed.recipientPhone,
        recipientName: confirmed.recipientName,
        greeting: confirmed.greeting,
        createdAt: at,
      },
    });
    deps.failpoint('purchase.confirming');
    return decided;
  });
