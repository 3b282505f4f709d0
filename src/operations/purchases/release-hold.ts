import { leaseUntil } from '../payments/retry.ts';
import { settle } from '../payments/settle-hold.ts';
import type { UnderWay } from '../payments/under-way.ts';
import type { Deps } from '../ports.ts';
import type { PurchaseOperations } from './purchase-operations.ts';

/**
 * The buyer gave it up. The card company is told behind the call; a hold that is being captured stays. One that the card
 * company has not answered yet is let go when it has.
 */
export const releaseHold =
  (deps: Deps, underWay: UnderWay): PurchaseOperations['releaseHold'] =>
  async (holdId, ofMember) => {
    const { count } = await deps.store.transaction((tx) =>
      tx.hold.updateMany({
        where: {
          id: holdId,
          state: { in: ['asked', 'open'] },
          pending: null,
          ...(ofMember !== undefined && { memberId: ofMember }),
        },
        data: { pending: 'release', nextTryAt: leaseUntil(deps.now()) },
      }),
    );
    if (count === 1) void underWay.start(holdId, () => settle(deps, holdId, 'what-became'));
  };
