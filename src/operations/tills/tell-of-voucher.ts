import type { MessageFacts } from '../../core/messages/message-facts.ts';
import { money, toCurrency } from '../../core/money.ts';
import type { Tx } from '../../store/open-store.ts';
import { plainMoney } from '../messages/plain-amount.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { VoucherAtTill } from './find-voucher.ts';

interface Happening {
  kind: 'coupon-used' | 'coupon-use-rolled-back' | 'coupon-withdrawn';
  /** Of the redemption. */
  id: string;
  shopId: string;
  off: bigint;
  at: Date;
}

/** EC-09: the holder hears when and where it was used. */
export async function tellOfVoucher(
  tx: Tx,
  deps: Deps,
  { campaign, customer }: VoucherAtTill,
  use: Happening,
): Promise<void> {
  const where = await tx.shop.findUniqueOrThrow({ where: { id: use.shopId }, select: { name: true, nameEn: true } });
  const news = { shop: namesOf(campaign.shop), title: campaign.title, at: use.at.toISOString(), where };
  const off = plainMoney(money(use.off, toCurrency(campaign.currency)));
  const factsOf = (): MessageFacts => {
    switch (use.kind) {
      case 'coupon-used':
        return { ...news, kind: use.kind, off };
      case 'coupon-use-rolled-back':
        return { ...news, kind: use.kind };
      case 'coupon-withdrawn':
        return { kind: use.kind, shop: news.shop, title: news.title };
    }
  };
  await tell(tx, deps, {
    key: `${use.kind}:${use.id}`,
    recipient: customer.phone,
    facts: factsOf(),
  });
}
