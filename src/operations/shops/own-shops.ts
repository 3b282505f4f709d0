import { ruleInForce } from '../../core/coupons/fees.ts';
import { money, toCurrency } from '../../core/money.ts';
import type { ToldBy } from '../../core/shops/shop-entry.ts';
import type { Reads } from '../../store/open-store.ts';
import { toFeeRule } from '../fees/fee-rules.ts';
import type { Deps } from '../ports.ts';
import type { KeepingOperations, OwnedShop } from './keeping-operations.ts';

export const ownShops =
  (deps: Deps): KeepingOperations['ownShops'] =>
  (accountId) =>
    ownedShops(deps, { ownerId: accountId, OR: [{ closedAt: null }, { approvedAt: null }] });

type Where = NonNullable<Parameters<Reads['shop']['findMany']>[0]>['where'];

/** Shops as their owners see them, by code. */
export async function ownedShops({ store, now }: Deps, where: Where): Promise<OwnedShop[]> {
  const { read } = store;
  const shops = await read.shop.findMany({
    where,
    orderBy: { code: 'asc' },
    include: { chain: { include: { shops: { orderBy: { code: 'asc' } } } } },
  });
  if (shops.length === 0) return [];
  const ids = shops.map(({ id }) => id);
  const asking = await read.couponRequest.groupBy({
    by: ['shopId'],
    where: { shopId: { in: ids }, state: 'open' },
    _count: true,
  });
  const rules = await read.feeRule.findMany({ where: { OR: [{ shopId: null }, { shopId: { in: ids } }] } });
  const at = now();
  return shops.map((shop) => {
    const applying = rules.filter(({ currency }) => currency === shop.currency).map(toFeeRule);
    const inForce = (['listing', 'commission'] as const).flatMap(
      (kind) =>
        ruleInForce(
          applying.filter((rule) => rule.kind === kind),
          shop.id,
          at,
        ) ?? [],
    );
    return {
      ...toEntry(shop),
      id: shop.id,
      currency: shop.currency,
      approved: shop.approvedAt !== null,
      declined: shop.approvedAt === null && shop.closedAt !== null,
      declinedFor: shop.declinedFor,
      asked: shop.askedName === null ? null : { name: shop.askedName, nameEn: shop.askedNameEn ?? shop.askedName },
      declinedNames:
        shop.declinedName === null
          ? null
          : {
              name: shop.declinedName,
              nameEn: shop.declinedNameEn ?? shop.declinedName,
              reason: shop.nameDeclinedFor,
            },
      asking: asking.find(({ shopId }) => shopId === shop.id)?._count ?? 0,
      chain: shop.chain && { name: shop.chain.name, nameEn: shop.chain.nameEn },
      siblings: (shop.chain?.shops ?? [])
        .filter(({ id }) => id !== shop.id)
        .map(({ id, code, name, nameEn }) => ({ id, code, name, nameEn })),
      fees: inForce.map(({ kind, minor, basisPoints, since }) => ({
        kind,
        minor: money(minor, toCurrency(shop.currency)),
        basisPoints,
        since,
      })),
    };
  });
}

interface EntryRow {
  name: string;
  nameEn: string;
  trade: string;
  about: string;
  place: string;
  hours: string | null;
  code: string;
  email: string | null;
  phone: string | null;
  toldBy: string;
  threshold: number;
}

const toEntry = (row: EntryRow) => ({
  name: row.name,
  nameEn: row.nameEn,
  trade: row.trade,
  about: row.about,
  place: row.place,
  hours: row.hours === null ? null : (JSON.parse(row.hours) as (string | null)[]),
  code: row.code,
  email: row.email ?? '',
  phone: row.phone ?? '',
  toldBy: JSON.parse(row.toldBy) as ToldBy[],
  threshold: row.threshold,
});
