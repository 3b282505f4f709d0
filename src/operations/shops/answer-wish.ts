import { isOperator } from '../accounts/is-operator.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { ApprovalOperations } from './approval-operations.ts';

const mostShown = 500;

interface Wish {
  name: string;
  place: string;
}

/** Wishes for the same shop, however it was written. */
const sameShop = ({ name, place }: Wish): string =>
  [name, place].map((words) => words.normalize('NFKC').toLowerCase().replace(/\s+/g, '')).join('|');

/** RC-03. The oldest first, wishes for the same shop together. */
export const openWishes =
  (deps: Deps): ApprovalOperations['openWishes'] =>
  async (by) => {
    if (!(await isOperator(deps, by))) return [];
    const open = await deps.store.read.shopWish.findMany({
      where: { state: 'open' },
      orderBy: { createdAt: 'asc' },
      take: mostShown,
    });
    const together = new Map<string, { id: string; name: string; place: string; at: Date; wishers: number }>();
    for (const { id, name, place, createdAt } of open) {
      const known = together.get(sameShop({ name, place }));
      if (known) known.wishers += 1;
      else together.set(sameShop({ name, place }), { id, name, place, at: createdAt, wishers: 1 });
    }
    return [...together.values()];
  };

/** Answers everybody who wished for the same shop. */
export const answerWish =
  (deps: Deps): ApprovalOperations['answerWish'] =>
  async ({ by, wishId, shopId }) => {
    if (!(await isOperator(deps, by))) return { kind: 'unknown-wish' };
    const answered = await deps.store.transaction(async (tx) => {
      const wish = await tx.shopWish.findUnique({ where: { id: wishId } });
      if (wish?.state !== 'open') return { kind: 'unknown-wish' } as const;
      const shop = shopId === null ? null : await tx.shop.findUnique({ where: { id: shopId } });
      if (shopId !== null && (!shop?.approvedAt || shop.closedAt)) return { kind: 'unknown-shop' } as const;
      const open = await tx.shopWish.findMany({
        where: { state: 'open' },
        orderBy: { createdAt: 'asc' },
        take: mostShown,
        include: { customer: { select: { phone: true, locale: true } } },
      });
      for (const { id, name, place, customer } of open) {
        if (sameShop({ name, place }) !== sameShop(wish)) continue;
        await tx.shopWish.update({
          where: { id },
          data: { state: shop ? 'listed' : 'declined', shopId, decidedAt: deps.now() },
        });
        await tell(tx, deps, {
          key: `wish:${id}:answered`,
          recipient: customer.phone,
          locale: customer.locale,
          facts: shop
            ? { kind: 'wish-listed', wish: name, shop: namesOf(shop), shopId: shop.id }
            : { kind: 'wish-declined', wish: name },
        });
      }
      return { kind: 'answered' } as const;
    });
    deps.nudge();
    return answered;
  };
