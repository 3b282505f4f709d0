import { lookOf } from '../../core/coupons/look.ts';
import { offerFromText } from '../../core/coupons/offer.ts';
import { voucherExpiry } from '../../core/coupons/voucher.ts';
import { toCurrency } from '../../core/money.ts';
import { campaignWithShop, shopsOf } from '../coupons/offer-view.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { CampaignOperations } from './campaign-operations.ts';

/** What a test card shows: of this very version, since another one is not what its maker is to see. */
export const testCard =
  ({ store: { read }, now, limits }: Deps): CampaignOperations['testCard'] =>
  async ({ campaignId, version }) => {
    const row = await read.campaign.findFirst({ where: { id: campaignId, version }, include: campaignWithShop });
    if (!row) return null;
    const shops = (await shopsOf(read, [campaignId])).get(campaignId) ?? [];
    return {
      tracked: row.tracked,
      facts: {
        shopNames: namesOf(row.shop),
        title: row.title,
        offer: offerFromText(row.offer),
        currency: toCurrency(row.currency),
        terms: row.terms,
        leastSpendMinor: row.leastSpend,
        validFrom: row.validFrom,
        // As the card says it that somebody fetches today.
        validUntil: row.tracked ? voucherExpiry(row, now(), limits.timeZone) : row.validUntil,
        look: lookOf(row),
        ...(shops.length > 1 ? { shops } : {}),
      },
    };
  };
