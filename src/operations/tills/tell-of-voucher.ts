import { money, toCurrency } from '../../core/money.ts';
import type { Tx } from '../../store/open-store.ts';
import { plainMoney } from '../messages/plain-amount.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { VoucherAtTill } from './find-voucher.ts';

interface Happening {
  kind: 'coupon-used' | 'coupon-use-rolled-back';
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
  await tell(tx, deps, {
    key: `${use.kind}:${use.id}`,
    recipient: customer.phone,
    facts: use.kind === 'coupon-used' ? { ...news, kind: use.kind, off } : { ...news, kind: use.kind },
  });
}
