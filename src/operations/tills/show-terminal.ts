import { toCurrency } from '../../core/money.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { TillOperations } from './till-operations.ts';

/** Whose terminal it is: for whoever stands before it. */
export const showTerminal =
  ({ store }: Deps): TillOperations['showTerminal'] =>
  async ({ id, shopId, name }) => {
    const shop = await store.read.shop.findUniqueOrThrow({ where: { id: shopId } });
    return { id, name, shop: namesOf(shop), currency: toCurrency(shop.currency) };
  };
