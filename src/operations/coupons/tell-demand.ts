import { isDemandNews } from '../../core/coupons/demand.ts';
import { toCurrency } from '../../core/money.ts';
import type { Tx } from '../../store/open-store.ts';
import { namesOf } from '../messages/shop-names.ts';
import { type ToldShop, tellShop } from '../messages/tell-shop.ts';
import type { Deps } from '../ports.ts';
import { wantsOf } from './demand.ts';
import { toPlainWant } from './want-row.ts';

const mostTold = 5;

interface AskedShop extends ToldShop {
  threshold: number;
  demandTold: number;
  currency: string;
}

/** RC-06. Tells the shop of the demand, once when the threshold is reached and again when it has doubled. */
export async function tellDemand(tx: Tx, deps: Deps, shop: AskedShop, asking: number): Promise<void> {
  const { id: shopId, threshold, demandTold: told } = shop;
  if (!isDemandNews({ asking, threshold, told })) return;
  await tx.shop.updateMany({ where: { id: shopId }, data: { demandTold: asking } });
  const wants = (await wantsOf(tx, shopId)).slice(0, mostTold);
  await tellShop(tx, deps, shop, {
    key: `demand:${shopId}:${deps.now().toISOString()}`,
    facts: {
      kind: 'demand-reached',
      shopId,
      shop: namesOf(shop),
      asking,
      threshold,
      currency: toCurrency(shop.currency),
      wants: wants.map(({ want, count }) => ({ want: toPlainWant(want), count })),
    },
  });
}
