import { type Currency, money, toCurrency } from '../../core/money.ts';
import type { Deps } from '../ports.ts';
import type { ShopFacts, ShopOperations } from './shop-operations.ts';

const mostListed = 20;

export const findShop =
  ({ store }: Deps): ShopOperations['findShop'] =>
  async (code) => {
    const shop = await store.read.shop.findUnique({ where: { code } });
    return shop?.approvedAt && !shop.closedAt ? { kind: 'shop', shop: toShopFacts(shop) } : { kind: 'unknown-shop' };
  };

export const shopById =
  ({ store }: Deps): ShopOperations['shopById'] =>
  async (id) =>
    toShopFacts(await store.read.shop.findUniqueOrThrow({ where: { id } }));

export const listShops =
  ({ store }: Deps): ShopOperations['listShops'] =>
  async () => {
    const shops = await store.read.shop.findMany({
      where: { closedAt: null, approvedAt: { not: null } },
      orderBy: { code: 'asc' },
      take: mostListed,
    });
    return shops.map(toShopFacts);
  };

interface ShopRow {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  currency: string;
  presets: string;
  leastAmount: bigint;
  mostAmount: bigint;
}

export function toShopFacts(shop: ShopRow): ShopFacts {
  const currency: Currency = toCurrency(shop.currency);
  const presets: string[] = JSON.parse(shop.presets);
  return {
    id: shop.id,
    code: shop.code,
    name: shop.name,
    nameEn: shop.nameEn,
    currency,
    presets: presets.map((amount) => money(BigInt(amount), currency)),
    least: money(shop.leastAmount, currency),
    most: money(shop.mostAmount, currency),
  };
}
