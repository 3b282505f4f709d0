import { sql } from '../../store/sql.ts';
import { countAsking, wantsOf } from '../coupons/demand.ts';
import { listOffers } from '../coupons/list-offers.ts';
import { toRequestView } from '../coupons/requests-of.ts';
import type { Deps } from '../ports.ts';
import type { BrowseOperations, ListedShop, PublicDemand } from './browse-operations.ts';

const mostListed = 50;
const mostOffers = 50;
const listed = { approvedAt: { not: null }, closedAt: null } as const;
const shown = { id: true, code: true, name: true, nameEn: true, trade: true, place: true } as const;

/** RC-02. */
export const listTrades =
  ({ store }: Deps): BrowseOperations['listTrades'] =>
  async () => {
    const rows = await store.query<{ trade: string; shops: number }>(
      sql`SELECT "trade", CAST(COUNT(*) AS INTEGER) AS "shops" FROM "Shop"
        WHERE "approvedAt" IS NOT NULL AND "closedAt" IS NULL GROUP BY "trade" ORDER BY "shops" DESC, "trade"`,
    );
    return rows.map(({ trade, shops }) => ({ trade, shops: Number(shops) }));
  };

export const shopsOfTrade =
  ({ store }: Deps): BrowseOperations['shopsOfTrade'] =>
  ({ trade, after, limit }) =>
    store.read.shop.findMany({
      where: { trade, ...listed, ...(after !== null && { code: { gt: after } }) },
      select: shown,
      orderBy: { code: 'asc' },
      take: Math.min(limit, mostListed),
    });

/** Names are few enough (three digits of codes) to be compared here, where spaces and forms of letters do not count. */
export const searchShops =
  ({ store }: Deps): BrowseOperations['searchShops'] =>
  async ({ text, limit }) => {
    const wanted = plain(text);
    if (wanted === '') return [];
    const shops = await store.read.shop.findMany({ where: listed, select: shown, orderBy: { code: 'asc' } });
    return shops
      .map((shop) => ({ shop, score: scoreOf(shop, wanted) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, Math.min(limit, mostListed))
      .map(({ shop }) => shop);
  };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function scoreOf({ code, name, nameEn, place }: ListedShop, wanted: string): number {
  const names = [plain(name), plain(nameEn)];
  if (code === wanted || names.includes(wanted)) return 4;
  if (names.some((one) => one.startsWith(wanted))) return 3;
  if (names.some((one) => one.includes(wanted))) return 2;
  return plain(place).includes(wanted) ? 1 : 0;
}

async function publicDemandOf({ store }: Deps, shopId: string, threshold: number): Promise<PublicDemand> {
  return {
    asking: await countAsking(store.read, shopId),
    threshold,
    wants: await wantsOf(store, shopId, 'figures'),
    things: await store.read.couponRequest.count({ where: { shopId, state: 'open', want: 'gift-item' } }),
  };
}

export const showShop =
  (deps: Deps): BrowseOperations['showShop'] =>
  async (shopId, customerId) => {
    const { read } = deps.store;
    const shop = await read.shop.findUnique({ where: { id: shopId } });
    if (!shop?.approvedAt || shop.closedAt) return null;
    const openKey = `${customerId}:${shopId}`;
    const asked =
      customerId === null ? null : await read.couponRequest.findUnique({ where: { openKey }, include: { shop: true } });
    const { id, code, name, nameEn, trade, place, about } = shop;
    return {
      ...{ id, code, name, nameEn, trade, place, about },
      hours: shop.hours === null ? null : JSON.parse(shop.hours),
      demand: await publicDemandOf(deps, shopId, shop.threshold),
      asked: asked && toRequestView(asked, await countAsking(read, shopId)),
      offers: (await listOffers(deps)({ shopId, limit: mostOffers })).length,
    };
  };
