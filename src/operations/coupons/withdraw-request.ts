import type { Deps } from '../ports.ts';
import type { CouponOperations } from './coupon-operations.ts';

export const withdrawRequest =
  ({ store, now }: Deps): CouponOperations['withdrawRequest'] =>
  ({ customerId, shopId }) =>
    store.transaction(async (tx) => {
      const { count } = await tx.couponRequest.updateMany({
        where: { openKey: `${customerId}:${shopId}` },
        data: { state: 'withdrawn', openKey: null, endedAt: now() },
      });
      return { kind: count === 0 ? 'nothing-open' : 'withdrawn' };
    });
