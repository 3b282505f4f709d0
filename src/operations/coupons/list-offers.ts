import { isListed } from '../../core/shops/is-listed.ts';
import type { Deps } from '../ports.ts';
import type { CouponOperations, OfferView } from './coupon-operations.ts';
import { type CampaignRow, campaignWithShop, shopsOf, toOfferView } from './offer-view.ts';

const mostListed = 50;
/** Of a page of rows some may be sold out: they are left out, and the next page goes on. */
const mostRead = 200;

/** EC-01: the store of coupons, as customers see it. */
export const listOffers =
  ({ store, now }: Deps): CouponOperations['listOffers'] =>
  async ({ shopId, after, limit }) => {
    const at = now();
    const last = after === undefined ? null : await store.read.campaign.findUnique({ where: { id: after } });
    const rows = await store.read.campaign.findMany({
      where: {
        state: 'published',
        audience: 'everyone',
        validUntil: { gt: at },
        ...(shopId !== undefined && { shopId }),
        ...(last?.publishedAt && { publishedAt: { lt: last.publishedAt } }),
        OR: [{ downloadsUntil: null }, { downloadsUntil: { gt: at } }],
      },
      include: campaignWithShop,
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: mostRead,
    });
    const offered = rows.filter(isLeft).slice(0, Math.min(limit, mostListed));
    return withShops(store.read, offered);
  };

const isLeft = ({ stock, taken, shop }: CampaignRow): boolean => (stock === null || taken < stock) && isListed(shop);

async function withShops(read: Deps['store']['read'], rows: CampaignRow[]): Promise<OfferView[]> {
  const shops = await shopsOf(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toOfferView(row, shops.get(row.id) ?? []));
}

/** One that is on offer; the deadline and the stock speak for themselves. */
export const showOffer =
  ({ store }: Deps): CouponOperations['showOffer'] =>
  async (campaignId) => {
    const row = await store.read.campaign.findFirst({
      where: { id: campaignId, state: 'published', audience: 'everyone' },
      include: campaignWithShop,
    });
    return row && isListed(row.shop) ? ((await withShops(store.read, [row]))[0] ?? null) : null;
  };
