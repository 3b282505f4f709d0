import type { CampaignDraft } from '../../core/coupons/campaign-draft.ts';
import type { CampaignStatistics, CampaignView } from '../../operations/campaigns/campaign-operations.ts';
import type { DemandView } from '../../operations/coupons/coupon-operations.ts';
import type { OwnedShop } from '../../operations/shops/keeping-operations.ts';
import type { WrittenLanguage } from '../../wording/written/language.ts';

/** What is drawn for the pages. Plots are SVG that may stand in a page: without script, style or anything from elsewhere. */
export interface OfficePictures {
  demandPlot(
    of: { shop: OwnedShop; demand: DemandView; days: { day: string; count: number }[] },
    language: WrittenLanguage,
  ): Promise<string>;
  campaignPlot(
    of: { shop: OwnedShop; campaign: CampaignView; statistics: CampaignStatistics },
    language: WrittenLanguage,
  ): Promise<string>;
  /** A QR as SVG that may stand in a page. */
  qr(content: string): Promise<string>;
  /** The card of a draft, with no code that a till would take. */
  draftCard(
    of: { shop: OwnedShop; draft: CampaignDraft },
    language: WrittenLanguage,
  ): Promise<{ picture: Buffer; contentType: string }>;
}
