import type { FastifyReply, FastifyRequest } from 'fastify';
import { couponCardFacts } from '../operations/coupons/card-facts.ts';
import type { CouponOperations, VoucherView } from '../operations/coupons/coupon-operations.ts';
import { languageAskedFor, languageOfLocale, type WrittenLanguage } from '../wording/written/language.ts';
import { HeldCoupon } from './pages/coupon-page.tsx';
import { sendPage } from './pages/send-page.ts';
import { type DrawCoupons, sendCard } from './send-card.ts';
import { tokenOf } from './typed.ts';
import { languageOfBrowser } from './words/in-language.ts';

export interface CouponPages {
  operations: Pick<CouponOperations, 'showVoucher' | 'voucherCard'>;
  drawCoupons: DrawCoupons;
  /** Address of the script that the print button needs, or null. */
  script: string | null;
  timeZone: string;
}

/** /w/<token> of a coupon; null when there is none. */
export async function sendCoupon(
  pages: CouponPages,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | null> {
  const found = await voucherOf(pages, request);
  if (!found) return null;
  const { script, timeZone } = pages;
  const view = { ...found, language: languageOf(found.voucher, request), script, timeZone };
  return sendPage(reply, 200, <HeldCoupon {...view} />, { scripts: true });
}

/** /w/<token>/card.png of a coupon; null when there is none, or it is to be shown no more. */
export async function sendCouponPicture(
  pages: CouponPages,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | null> {
  const found = await voucherOf(pages, request);
  if (!found) return null;
  const { voucherId, cardVersion, campaignId } = found.voucher;
  const card = await pages.operations.voucherCard(voucherId === null ? { campaignId } : { voucherId, cardVersion });
  if (!card) return null;
  const { language } = request.query as { language?: unknown };
  const asked = typeof language === 'string' ? languageAskedFor(language) : null;
  const drawn = await pages.drawCoupons.card(couponCardFacts(card), asked ?? languageOf(found.voucher, request), 'png');
  return sendCard(reply, drawn);
}

async function voucherOf(
  { operations }: CouponPages,
  request: FastifyRequest,
): Promise<{ voucher: VoucherView; token: string } | null> {
  const token = tokenOf(request);
  const found = token === null ? null : await operations.showVoucher(token);
  return token !== null && found?.kind === 'voucher' ? { voucher: found.voucher, token } : null;
}

/** The holder's; everybody's coupon has no holder, and whoever reads it does so in the browser's. */
const languageOf = (voucher: VoucherView, request: FastifyRequest): WrittenLanguage =>
  voucher.voucherId === null ? languageOfBrowser(request) : languageOfLocale(voucher.locale);
