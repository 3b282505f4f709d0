import { byMonth, byTrade, countsOf, type Deed, rankByTaste } from '../../core/coupons/taste.ts';
import { type Money, money, toCurrency } from '../../core/money.ts';
import type { Deps } from '../ports.ts';
import type { CouponOperations } from './coupon-operations.ts';
import { listOffers } from './list-offers.ts';

const monthsShown = 12;
const mostRead = 1_000;
const mostFitting = 5;
const mostOffers = 50;

const shopOf = { select: { id: true, trade: true } } as const;

/** RC-12, EC-06, EC-10. */
export const historyOf =
  (deps: Deps): CouponOperations['historyOf'] =>
  async (customerId) => {
    const { store, now, limits } = deps;
    const newest = { orderBy: { createdAt: 'desc' }, take: mostRead } as const;
    const requests = await store.read.couponRequest.findMany({
      where: { customerId },
      select: { createdAt: true, shop: shopOf },
      ...newest,
    });
    const vouchers = await store.read.voucher.findMany({
      where: { customerId },
      select: { id: true, campaignId: true, createdAt: true, campaign: { select: { shop: shopOf } } },
      ...newest,
    });
    const uses = await store.read.voucherRedemption.findMany({
      where: { voucherId: { in: vouchers.map(({ id }) => id) }, rolledBackAt: null },
      select: { at: true, off: true, currency: true, shop: shopOf },
    });
    const deeds: Deed[] = [
      ...requests.map(({ createdAt: at, shop }) => deed('asked', at, shop)),
      ...vouchers.map(({ createdAt: at, campaign }) => deed('got', at, campaign.shop)),
      ...uses.map(({ at, shop }) => deed('used', at, shop)),
    ];
    const had = new Set(vouchers.map(({ campaignId }) => campaignId));
    const offers = (await listOffers(deps)({ limit: mostOffers })).filter(({ campaignId }) => !had.has(campaignId));
    return {
      months: byMonth(deeds, now(), monthsShown, limits.timeZone),
      trades: byTrade(deeds),
      ...countsOf(deeds),
      saved: sums(uses),
      fits: rankByTaste(offers, deeds).slice(0, mostFitting),
    };
  };

const deed = (kind: Deed['kind'], at: Date, shop: { id: string; trade: string }): Deed => ({
  kind,
  at,
  shopId: shop.id,
  trade: shop.trade,
});

function sums(uses: readonly { off: bigint; currency: string }[]): Money[] {
  const byCurrency = new Map<string, bigint>();
  for (const { off, currency } of uses) byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + off);
  return [...byCurrency]
    .filter(([, minor]) => minor > 0n)
    .map(([currency, minor]) => money(minor, toCurrency(currency)));
}
