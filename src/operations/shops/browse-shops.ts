import { getChoseong } from 'es-hangul';
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
      .flatMap((shop) => {
        const match = matchOf(shop, wanted);
        return match ? [{ shop, match }] : [];
      })
      .sort((a, b) => b.match.score - a.match.score)
      .slice(0, Math.min(limit, mostListed))
      .map(({ shop, match }) => ({ ...shop, likely: isLikely(wanted, match) }));
  };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

interface Match {
  score: number;
  /** The whole name, how it begins, or something within. */
  part: 'all' | 'start' | 'within';
}

function matchOf({ code, name, nameEn, place }: ListedShop, wanted: string): Match | null {
  const names = [plain(name), plain(nameEn)];
  if (code === wanted || names.includes(wanted)) return { score: 5, part: 'all' };
  if (names.some((one) => one.startsWith(wanted))) return { score: 4, part: 'start' };
  if (names.some((one) => one.includes(wanted))) return { score: 3, part: 'within' };
  const consonants = plain(getChoseong(name));
  if (consonants.startsWith(wanted)) return { score: 2, part: 'start' };
  if (consonants.includes(wanted)) return { score: 2, part: 'within' };
  return plain(place).includes(wanted) ? { score: 1, part: 'within' } : null;
}

/** A letter or two stand in many a word; a syllable of Korean or a sign of Japanese says more. */
function isLikely(wanted: string, { part }: Match): boolean {
  const least = part === 'within' && /^[a-z0-9]+$/.test(wanted) ? 3 : 2;
  return part === 'all' || [...wanted].length >= least;
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
