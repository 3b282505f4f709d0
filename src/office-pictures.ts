import type { couponPictures } from './card-pictures.ts';
import { bandsOf } from './core/coupons/bands.ts';
import type { CampaignFacts, CustomerKind } from './core/coupons/plot-facts.ts';
import { toCurrency } from './core/money.ts';
import type { Plots } from './plot-pictures.ts';
import type { OfficePictures } from './web/office/pictures.ts';
import { wordCampaignPlot } from './wording/written/plots/campaign.ts';
import { wordDemandPlot } from './wording/written/plots/demand.ts';

/** As on a telephone; on a wider page it grows a little. */
const widthPx = 340;
const holders = { new: 'newcomer', returning: 'returning' } as const satisfies Record<string, CustomerKind>;

/** What the pages behind the sign-in show: plots as SVG within them, and the card of a draft. */
export function officePictures(
  plots: Pick<Plots, 'svg'>,
  cards: Pick<ReturnType<typeof couponPictures>, 'sample'>,
  now: () => Date,
): OfficePictures {
  const today = () => now().toISOString().slice(0, 10);
  const spanOf = (days: readonly { day: string }[]) => ({
    from: days[0]?.day ?? today(),
    until: days.at(-1)?.day ?? today(),
  });
  return {
    demandPlot: ({ shop, demand, days }, language) => {
      const facts = {
        shopNames: shop,
        currency: toCurrency(shop.currency),
        asked: demand.asking,
        threshold: demand.threshold,
        wants: bandsOf(demand.wants),
        span: spanOf(days),
        days: days.map(({ day, count }) => ({ day, people: count })),
      };
      return plots.svg(wordDemandPlot(facts, language), { id: 'demand-plot', widthPx });
    },
    campaignPlot: ({ shop, campaign, statistics }, language) => {
      const { byDay, byHour, byShop, byHolder } = statistics;
      const facts: CampaignFacts = {
        shopNames: shop,
        title: campaign.title,
        span: spanOf(byDay),
        days: byDay,
        hours: byHour.map(({ weekday, hour, used }) => ({ weekday: weekday + 1, hour, used })),
        shops: byShop.map(({ name, nameEn, used }) => ({ names: { name, nameEn }, used })),
        customers: byHolder.map(({ kind, used }) => ({ kind: holders[kind], used })),
      };
      return plots.svg(wordCampaignPlot(facts, language), { id: 'campaign-plot', widthPx });
    },
    draftCard: ({ shop, draft }, language) => {
      const { title, offer, terms, leastSpend, validFrom, validUntil, theme, motif, shopIds } = draft;
      const taking = [shop, ...shop.siblings].filter(({ id }) => shopIds.includes(id));
      const facts = {
        shopNames: shop,
        title,
        offer,
        currency: toCurrency(shop.currency),
        terms,
        leastSpendMinor: leastSpend,
        validFrom,
        validUntil,
        look: { theme, motif },
        ...(taking.length > 1 ? { shops: taking } : {}),
      };
      return cards.sample(facts, draft.tracked, language);
    },
  };
}
