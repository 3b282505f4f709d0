import { deadlineOf } from '../../core/coupons/download.ts';
import { offerFromText } from '../../core/coupons/offer.ts';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import { type Currency, type Money, money, toCurrency } from '../../core/money.ts';
import type { Store, Tx } from '../../store/open-store.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { OfferView } from './coupon-operations.ts';

export const campaignWithShop = { shop: true } as const;

const findOne = (tx: Tx) => tx.campaign.findFirstOrThrow({ include: campaignWithShop });
export type CampaignRow = Awaited<ReturnType<typeof findOne>>;

export type Reading = Pick<Tx, 'campaignShop' | 'voucherRedemption'> | Store['read'];

/** Where each of these campaigns is taken, by the shops' codes. */
export async function shopsOf(from: Reading, campaignIds: string[]): Promise<Map<string, ShopNames[]>> {
  const rows = await from.campaignShop.findMany({
    where: { campaignId: { in: campaignIds } },
    include: { shop: { select: { name: true, nameEn: true, code: true } } },
  });
  const found = new Map<string, ShopNames[]>(campaignIds.map((id) => [id, []]));
  for (const { campaignId, shop } of rows.sort((a, b) => a.shop.code.localeCompare(b.shop.code))) {
    found.get(campaignId)?.push(namesOf(shop));
  }
  return found;
}

/** What is the same for the offer and for a coupon of it. */
export function describe(campaign: CampaignRow, shops: ShopNames[]) {
  const currency = toCurrency(campaign.currency);
  return {
    campaignId: campaign.id,
    shop: { id: campaign.shopId, code: campaign.shop.code, trade: campaign.shop.trade, ...namesOf(campaign.shop) },
    shops,
    title: campaign.title,
    offer: offerFromText(campaign.offer),
    currency,
    terms: campaign.terms,
    leastSpend: moneyOrNull(campaign.leastSpend, currency),
    validFrom: campaign.validFrom,
    validUntil: campaign.validUntil,
    tracked: campaign.tracked,
    strict: campaign.proof === 'strict',
  };
}

export const toOfferView = (campaign: CampaignRow, shops: ShopNames[]): OfferView => ({
  ...describe(campaign, shops),
  validDays: campaign.validDays,
  left: campaign.stock === null ? null : campaign.stock - campaign.taken,
  deadline: deadlineOf(campaign),
});

const moneyOrNull = (minor: bigint | null, currency: Currency): Money | null =>
  minor === null ? null : money(minor, currency);
