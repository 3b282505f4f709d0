import { bandsOf } from './core/coupons/bands.ts';
import type { CampaignFacts, DemandFacts, OwnHistoryFacts } from './core/coupons/plot-facts.ts';
import type { Want } from './core/coupons/want.ts';
import type { ShopNames } from './core/messages/message-facts.ts';
import { type Currency, toCurrency } from './core/money.ts';
import { isTrade } from './core/shops/trades.ts';
import type { CampaignStatistics } from './operations/campaigns/campaign-operations.ts';
import type { HistoryView } from './operations/coupons/coupon-operations.ts';

interface Demand {
  shop: ShopNames & { currency: string };
  demand: { asking: number; threshold: number; wants: { want: Want; count: number }[] };
  days: { day: string; count: number }[];
}

/** What operations tell of a shop's demand, as its plot wants it. `today` as 2026-11-21: what a plot of nothing yet is about. */
export function demandFacts({ shop, demand, days }: Demand, today: string): DemandFacts {
  const currency: Currency = toCurrency(shop.currency);
  return {
    shopNames: shop,
    currency,
    asked: demand.asking,
    threshold: demand.threshold,
    wants: bandsOf(demand.wants),
    span: spanOf(days, today),
    days: days.map(({ day, count }) => ({ day, people: count })),
  };
}

export function campaignFacts(
  campaign: { shop: ShopNames; title: string; tracked: boolean; statistics: CampaignStatistics },
  today: string,
): CampaignFacts {
  const { shop, title, tracked, statistics } = campaign;
  const { byDay, byHour, byShop, byHolder, used: usedInAll } = statistics;
  return {
    shopNames: shop,
    title,
    span: spanOf(byDay, today),
    days: byDay,
    hours: byHour.map(({ weekday, ...hour }) => ({ ...hour, weekday: weekday + 1 })),
    shops: byShop.map(({ used, ...names }) => ({ names, used })),
    customers: tracked
      ? byHolder.map(({ kind, used }) => ({ kind: kind === 'new' ? 'newcomer' : 'returning', used }))
      : [{ kind: 'unknown', used: usedInAll }],
  };
}

export const historyFacts = ({ months, trades }: Pick<HistoryView, 'months' | 'trades'>): OwnHistoryFacts => ({
  months,
  trades: trades.map(({ trade, used }) => ({ trade: isTrade(trade) ? trade : 'other', used })),
});

const spanOf = (days: readonly { day: string }[], today: string): { from: string; until: string } => ({
  from: days[0]?.day ?? today,
  until: days.at(-1)?.day ?? today,
});
