import type { FastifyReply, FastifyRequest } from 'fastify';
import { couponCardFacts } from '../operations/coupons/card-facts.ts';
import type { CouponOperations, VoucherView } from '../operations/coupons/coupon-operations.ts';
import type { WrittenLanguage } from '../wording/written/language.ts';
import { HeldCoupon } from './pages/coupon-page.tsx';
import { sendPage } from './pages/send-page.ts';
import type { DrawCoupons } from './send-card.ts';
import { tokenOf } from './typed.ts';
import { languageOfPicture, languageOfReader } from './words/in-language.ts';

export interface CouponPages {
  operations: Pick<CouponOperations, 'showVoucher' | 'voucherCard'>;
  drawCoupons: DrawCoupons;
  /** Address of the script that the print button needs, or null. */
  script: string | null;
  timeZone: string;
}

interface FoundCoupon {
  voucher: VoucherView;
  token: string;
  language: WrittenLanguage;
}

/** /w/<token> of a coupon. */
export const sendCoupon = ({ script, timeZone }: CouponPages, reply: FastifyReply, found: FoundCoupon): FastifyReply =>
  sendPage(reply, 200, <HeldCoupon {...found} script={script} timeZone={timeZone} />, { scripts: true });

/** /w/<token>/card.png of a coupon; null when there is none, or it is to be shown no more. */
export async function couponPicture(
  pages: CouponPages,
  request: FastifyRequest,
): Promise<Awaited<ReturnType<DrawCoupons['card']>> | null> {
  const found = await couponOf(pages, request);
  if (!found) return null;
  const { voucherId, cardVersion, campaignId } = found.voucher;
  const card = await pages.operations.voucherCard(voucherId === null ? { campaignId } : { voucherId, cardVersion });
  if (!card) return null;
  return pages.drawCoupons.card(couponCardFacts(card), languageOfPicture(request) ?? found.language, 'png');
}

/** Null: the token is of no coupon. */
export async function couponOf({ operations }: CouponPages, request: FastifyRequest): Promise<FoundCoupon | null> {
  const token = tokenOf(request);
  const found = token === null ? null : await operations.showVoucher(token);
  if (token === null || found?.kind !== 'voucher') return null;
  return { voucher: found.voucher, token, language: languageOfReader(request, found.voucher.locale) };
}
