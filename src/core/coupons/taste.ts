import { DateTime } from 'luxon';

/** One thing that a person did with coupons, at a shop of some trade. */
export interface Deed {
  kind: 'asked' | 'got' | 'used';
  at: Date;
  shopId: string;
  trade: string;
}

export interface Counts {
  asked: number;
  got: number;
  used: number;
}

/** RC-12. By month, in the service's time zone: from the first month with a deed (at most `months` back) to this one. */
export function byMonth(
  deeds: readonly Deed[],
  at: Date,
  months: number,
  timeZone: string,
): (Counts & { month: string })[] {
  const monthOf = (date: Date) => DateTime.fromJSDate(date, { zone: timeZone }).startOf('month');
  const last = monthOf(at);
  const first = DateTime.min(last, ...deeds.map((deed) => monthOf(deed.at))) ?? last;
  const from = DateTime.max(first, last.minus({ months: months - 1 })) ?? last;
  const count = Math.round(last.diff(from, 'months').months) + 1;
  return Array.from({ length: count }, (_, i) => {
    const month = from.plus({ months: i });
    const within = deeds.filter((deed) => monthOf(deed.at).equals(month));
    return { month: month.toFormat('yyyy-MM'), ...countsOf(within) };
  });
}

/** By trade, the liveliest first. */
export function byTrade(deeds: readonly Deed[]): (Counts & { trade: string })[] {
  return [...groupedBy(deeds, ({ trade }) => trade)]
    .map(([trade, own]) => ({ trade, ...countsOf(own) }))
    .sort((a, b) => weightOf(b) - weightOf(a) || a.trade.localeCompare(b.trade));
}

export const countsOf = (deeds: readonly Deed[]): Counts => ({
  asked: deeds.filter(({ kind }) => kind === 'asked').length,
  got: deeds.filter(({ kind }) => kind === 'got').length,
  used: deeds.filter(({ kind }) => kind === 'used').length,
});

/** Going there says more than asking, and asking more than getting: who asked a shop is waiting for it. */
const weightOf = ({ asked, got, used }: Counts): number => 3 * used + 2 * asked + got;

/**
 * What fits a person: by their weight for the shop (twice) and for its trade. Who did nothing yet is offered nothing as
 * fitting; what does not touch their taste is left out.
 */
export function rankByTaste<T extends { shop: { id: string; trade: string } }>(
  offers: readonly T[],
  deeds: readonly Deed[],
): T[] {
  const weights = (of: (deed: Deed) => string) =>
    new Map([...groupedBy(deeds, of)].map(([name, own]) => [name, weightOf(countsOf(own))]));
  const shops = weights(({ shopId }) => shopId);
  const trades = weights(({ trade }) => trade);
  const score = ({ shop }: T) => 2 * (shops.get(shop.id) ?? 0) + (trades.get(shop.trade) ?? 0);
  return offers
    .map((offer) => ({ offer, score: score(offer) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ offer }) => offer);
}

function groupedBy(deeds: readonly Deed[], of: (deed: Deed) => string): Map<string, Deed[]> {
  const groups = new Map<string, Deed[]>();
  for (const deed of deeds) groups.set(of(deed), [...(groups.get(of(deed)) ?? []), deed]);
  return groups;
}
