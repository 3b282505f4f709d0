import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';

/** Of a campaign only what its maker says of it. */
export const draftOf = (campaign: CampaignDraft): CampaignDraft => ({
  title: campaign.title,
  offer: campaign.offer,
  terms: campaign.terms,
  leastSpend: campaign.leastSpend,
  validFrom: campaign.validFrom,
  validUntil: campaign.validUntil,
  validDays: campaign.validDays,
  stock: campaign.stock,
  downloadsUntil: campaign.downloadsUntil,
  tracked: campaign.tracked,
  proof: campaign.proof,
  audience: campaign.audience,
  theme: campaign.theme,
  motif: campaign.motif,
  shopIds: campaign.shopIds,
});
