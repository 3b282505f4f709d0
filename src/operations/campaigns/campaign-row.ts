import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';
import { lookOf } from '../../core/coupons/look.ts';
import { type Offer, offerFromText, offerToText } from '../../core/coupons/offer.ts';
import { hasCardNumber } from '../../core/payments/card-number.ts';
import { cleanWords } from '../../core/words.ts';
import type { Store, Tx } from '../../store/open-store.ts';
import type { CampaignView } from './campaign-operations.ts';

export type CampaignRow = Awaited<ReturnType<Tx['campaign']['findFirstOrThrow']>>;

/** A draft as its row holds it; the shops stand in rows of their own. */
export const fromDraft = ({ offer, shopIds: _, ...draft }: CampaignDraft) => ({
  ...draft,
  title: cleanWords(draft.title),
  terms: cleanWords(draft.terms),
  offerKind: offer.kind,
  offer: offerToText(withCleanWords(offer)),
});

function withCleanWords(offer: Offer): Offer {
  if (offer.kind === 'gift-item') return { ...offer, item: cleanWords(offer.item) };
  if (offer.kind !== 'ticket') return offer;
  return { ...offer, event: cleanWords(offer.event), seat: offer.seat && (cleanWords(offer.seat) || null) };
}

export const toDraft = (row: CampaignRow, shopIds: string[]): CampaignDraft => ({
  title: row.title,
  offer: offerFromText(row.offer),
  terms: row.terms,
  leastSpend: row.leastSpend,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
  validDays: row.validDays,
  stock: row.stock,
  downloadsUntil: row.downloadsUntil,
  tracked: row.tracked,
  proof: row.proof as CampaignDraft['proof'],
  audience: row.audience as CampaignDraft['audience'],
  ...lookOf(row),
  shopIds,
});

type Reading = Pick<Tx, 'campaignShop' | 'voucher' | 'voucherRedemption'> | Store['read'];

export async function toCampaignView(from: Reading, row: CampaignRow): Promise<CampaignView> {
  const used = await from.voucherRedemption.count({ where: { campaignId: row.id, rolledBackAt: null } });
  const withdrawn =
    row.state === 'stopped' ? await from.voucher.count({ where: { campaignId: row.id, state: 'withdrawn' } }) : 0;
  return {
    ...toDraft(row, await shopIdsOf(from, row.id)),
    id: row.id,
    shopId: row.shopId,
    currency: row.currency,
    state: row.state as CampaignView['state'],
    maker: row.maker as CampaignView['maker'],
    wishes: row.wishes,
    version: row.version,
    tested: row.testedVersion === row.version,
    taken: row.taken,
    withdrawn,
    used,
    createdAt: row.createdAt,
    publishedAt: row.publishedAt,
    endedAt: row.endedAt,
  };
}

export async function shopIdsOf(from: Pick<Reading, 'campaignShop'>, campaignId: string): Promise<string[]> {
  const rows = await from.campaignShop.findMany({ where: { campaignId }, orderBy: { shopId: 'asc' } });
  return rows.map(({ shopId }) => shopId);
}

/** What may stand nowhere, not even in a draft (truth 9). */
export const fieldsWithCardNumber = ({ title, terms, offer }: CampaignDraft): ('title' | 'terms' | 'offer')[] =>
  (Object.entries({ title, terms, offer: wordsOf(offer) }) as ['title' | 'terms' | 'offer', string][])
    .filter(([, text]) => hasCardNumber(cleanWords(text)))
    .map(([field]) => field);

function wordsOf(offer: Offer): string {
  if (offer.kind === 'gift-item') return offer.item;
  return offer.kind === 'ticket' ? `${offer.event}\n${offer.seat ?? ''}` : '';
}
