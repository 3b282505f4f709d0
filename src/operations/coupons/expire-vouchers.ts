import { pinAsked } from '../../core/coupons/pin-asked.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { CouponOperations } from './coupon-operations.ts';

const mostAtOnce = 200;

/** Coupons that nobody used by the end of their last day end. */
export const expireVouchers =
  ({ store, now }: Deps): CouponOperations['expireVouchers'] =>
  async () => {
    const at = now();
    const ranOut = { state: 'active', expiresAt: { lte: at } };
    const due = await store.read.voucher.findMany({ where: ranOut, select: { id: true }, take: mostAtOnce });
    if (due.length === 0) return 0;
    const { count } = await store.transaction((tx) =>
      tx.voucher.updateMany({
        where: { ...ranOut, id: { in: due.map(({ id }) => id) } },
        data: { state: 'expired', endedAt: at },
      }),
    );
    return count;
  };

/** A coupon that its holder had for a day at least is worth a word before it ends. */
export const remindHolders =
  (deps: Deps): CouponOperations['remindHolders'] =>
  async () => {
    const { store, now, limits } = deps;
    const at = now();
    const soon = new Date(at.getTime() + limits.remindMs);
    const due = await store.read.voucher.findMany({
      where: { state: 'active', remindedAt: null, expiresAt: { gt: at, lte: soon } },
      select: { id: true },
      orderBy: { expiresAt: 'asc' },
      take: mostAtOnce,
    });
    if (due.length === 0) return 0;
    const reminded = await store.transaction(async (tx) => {
      const rows = await tx.voucher.findMany({
        where: { id: { in: due.map(({ id }) => id) }, state: 'active', remindedAt: null },
        include: {
          campaign: { include: { shop: true } },
          customer: { select: { phone: true, memberId: true, pinHash: true } },
        },
      });
      await tx.voucher.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { remindedAt: at } });
      for (const { id, cardVersion, expiresAt, createdAt, campaign, customer } of rows) {
        if (expiresAt.getTime() - createdAt.getTime() <= limits.remindMs + dayMs) continue;
        const pin = pinAsked(campaign, customer);
        await tell(tx, deps, {
          key: `expires-soon:${id}`,
          recipient: customer.phone,
          unhurriedIn: limits.timeZone,
          facts: {
            kind: 'coupon-expires-soon',
            shop: namesOf(campaign.shop),
            title: campaign.title,
            voucherId: id,
            cardVersion,
            expiresAt: expiresAt.toISOString(),
            ...(pin !== 'never' && { pinAsked: pin }),
          },
        });
      }
      return rows.length;
    });
    deps.nudge();
    return reminded;
  };

const dayMs = 86_400_000;
