import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { CouponOperations } from './coupon-operations.ts';

const mostAtOnce = 50;

/** RC-11. What no shop answered in time ends, and whoever asked is told. */
export const lapseRequests =
  (deps: Deps): CouponOperations['lapseRequests'] =>
  async () => {
    const { store, now } = deps;
    const ranOut = { state: 'open', lapsesAt: { lte: now() } };
    const due = await store.read.couponRequest.findMany({ where: ranOut, select: { id: true }, take: mostAtOnce });
    if (due.length === 0) return 0;
    const lapsed = await store.transaction(async (tx) => {
      const rows = await tx.couponRequest.findMany({
        where: { ...ranOut, id: { in: due.map(({ id }) => id) } },
        include: { shop: true, customer: { select: { phone: true } } },
      });
      for (const { id, shopId, shop, customer } of rows) {
        await tx.couponRequest.updateMany({
          where: { id, state: 'open' },
          data: { state: 'lapsed', openKey: null, endedAt: now() },
        });
        const facts = { kind: 'request-lapsed', shop: namesOf(shop), shopId } as const;
        await tell(tx, deps, { key: `request-lapsed:${id}`, recipient: customer.phone, facts });
      }
      return rows.length;
    });
    if (lapsed > 0) deps.nudge();
    return lapsed;
  };
