import type { Store, Tx } from '../../store/open-store.ts';
import type { CampaignRow } from './campaign-row.ts';

type Reading = Pick<Tx, 'campaign' | 'shop' | 'account'> | Store['read'];

export type OwnCampaign = CampaignRow & { shop: ShopRow };
export type ShopRow = Awaited<ReturnType<Tx['shop']['findFirstOrThrow']>>;

/** Null for whoever is neither the owner of its shop nor the operator at work on it: to them there is no such campaign. */
export async function campaignFor(from: Reading, by: string, campaignId: string): Promise<OwnCampaign | null> {
  const row = await from.campaign.findUnique({ where: { id: campaignId }, include: { shop: true } });
  if (!row) return null;
  if (row.shop.ownerId === by) return row;
  return row.maker === 'operator' && (await isOperator(from, by)) ? row : null;
}

/** The shop, if this account owns it. */
export const shopFor = (from: Reading, by: string, shopId: string): Promise<ShopRow | null> =>
  from.shop.findFirst({ where: { id: shopId, ownerId: by } });

export async function isOperator(from: Pick<Reading, 'account'>, by: string): Promise<boolean> {
  const account = await from.account.findUnique({ where: { id: by }, select: { role: true } });
  return account?.role === 'operator';
}

/** The shop and the others of its chain: where its coupons may be taken (EC-12). */
export async function chainOf(
  from: Pick<Reading, 'shop'>,
  shop: { id: string; chainId: string | null },
): Promise<string[]> {
  if (shop.chainId === null) return [shop.id];
  const rows = await from.shop.findMany({
    where: { chainId: shop.chainId, approvedAt: { not: null }, closedAt: null },
    select: { id: true },
  });
  return [...new Set([shop.id, ...rows.map(({ id }) => id)])];
}
