import type { Tx } from '../../store/open-store.ts';

/** Whether somebody had a coupon of this shop before: all that its statistics know of a person (EC-10). */
export async function holderKindOf(tx: Tx, shopId: string, customerId: string): Promise<'new' | 'returning'> {
  const before = await tx.voucher.findMany({
    where: { customerId },
    select: { campaign: { select: { shopId: true } } },
    orderBy: { createdAt: 'desc' },
    take: mostLookedAt,
  });
  return before.some(({ campaign }) => campaign.shopId === shopId) ? 'returning' : 'new';
}

const mostLookedAt = 200;
