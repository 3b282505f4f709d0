import { money, toCurrency } from '../../core/money.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { PurchaseOperations } from './purchase-operations.ts';

export const boughtBy =
  ({ store }: Deps): PurchaseOperations['boughtBy'] =>
  async (memberId, holdId) => {
    const found = await store.read.purchase.findUnique({
      where: { holdId },
      include: { hold: true, shop: true, member: true },
    });
    if (found?.hold.state !== 'captured' || found.memberId !== memberId) return null;
    const { hold, shop, member, recipientPhone, recipientName } = found;
    return {
      shop: namesOf(shop),
      amount: money(hold.amount, toCurrency(hold.currency)),
      card: { brand: member.cardBrand, last4: member.cardLast4 },
      recipient: { phone: recipientPhone, name: recipientName },
      forSelf: recipientPhone === member.phone,
    };
  };
