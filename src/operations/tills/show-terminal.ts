import { toCurrency } from '../../core/money.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { TillOperations } from './till-operations.ts';

const noticedEveryMs = 3_600_000;

/** Whose terminal it is: for whoever stands before it. Its owner sees that a device came in. */
export const showTerminal =
  ({ store, now }: Deps): TillOperations['showTerminal'] =>
  async ({ id, shopId, name }) => {
    const at = now();
    const { signedInAt } = await store.read.terminal.findUniqueOrThrow({ where: { id } });
    if (!signedInAt || at.getTime() - signedInAt.getTime() >= noticedEveryMs) {
      await store.transaction((tx) => tx.terminal.updateMany({ where: { id }, data: { signedInAt: at } }));
    }
    const shop = await store.read.shop.findUniqueOrThrow({ where: { id: shopId } });
    return { id, name, shop: namesOf(shop), currency: toCurrency(shop.currency) };
  };
