import type { couponPictures } from './card-pictures.ts';
import { dayOf } from './core/calendar.ts';
import { voucherExpiry } from './core/coupons/voucher.ts';
import { toCurrency } from './core/money.ts';
import { campaignFacts, demandFacts } from './coupon-plots.ts';
import type { Plots } from './plot-pictures.ts';
import type { OfficePictures } from './web/office/pictures.ts';
import { wordCampaignPlot } from './wording/written/plots/campaign.ts';
import { wordDemandPlot } from './wording/written/plots/demand.ts';

/** As on a telephone; on a wider page it grows a little. */
const widthPx = 340;

/** What the pages behind the sign-in show: plots as SVG within them, and the card of a draft. */
export function officePictures(
  plots: Pick<Plots, 'svg'>,
  cards: Pick<ReturnType<typeof couponPictures>, 'sample'>,
  { now, timeZone }: { now: () => Date; timeZone: string },
): OfficePictures {
  const today = () => dayOf(now(), timeZone);
  return {
    demandPlot: (of, language) =>
      plots.svg(wordDemandPlot(demandFacts(of, today()), language), { id: 'demand-plot', widthPx }),
    campaignPlot: ({ shop, campaign: { title, tracked }, statistics }, language) => {
      const facts = campaignFacts({ shop, title, tracked, statistics }, today());
      return plots.svg(wordCampaignPlot(facts, language), { id: 'campaign-plot', widthPx });
    },
    qr: async (content) => (await import('./cards/symbols.ts')).qrSvg(content),
    draftCard: ({ shop, draft }, language) => {
      const { title, offer, terms, leastSpend, validFrom, theme, motif, shopIds } = draft;
      const taking = [shop, ...shop.siblings].filter(({ id }) => shopIds.includes(id));
      const facts = {
        shopNames: shop,
        title,
        offer,
        currency: toCurrency(shop.currency),
        terms,
        leastSpendMinor: leastSpend,
        validFrom,
        // As the card says it that somebody fetches today.
        validUntil: draft.tracked ? voucherExpiry(draft, now(), timeZone) : draft.validUntil,
        look: { theme, motif },
        ...(taking.length > 1 ? { shops: taking } : {}),
      };
      return cards.sample(facts, draft.tracked, language);
    },
  };
}
