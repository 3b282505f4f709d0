import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPin } from '../core/members/pin.ts';
import type { CertificateOperations, CertificatePage } from '../operations/certificates/certificate-operations.ts';
import type { GiftOperations } from '../operations/gifts/gift-operations.ts';
import { type CertificateView, HeldCertificate } from './pages/certificate-page.tsx';
import { sendNotice } from './pages/notice-page.tsx';
import { type ReturnFault, ReturnPage } from './pages/return-page.tsx';
import { sendPage } from './pages/send-page.ts';
import { type DrawCardOf, sendCard } from './send-card.ts';
import { type CouponPages, couponOf, couponPicture, sendCoupon } from './send-coupon.tsx';
import { type Recording, sendRecording } from './send-recording.ts';
import { readFormsOnly } from './twilio-signature.ts';
import { tokenOf, typed } from './typed.ts';
import { languageOfBrowser, languageOfPicture, languageOfReader } from './words/in-language.ts';
import type { NoticeName } from './words/page-words.ts';

export interface CertificatePages extends CouponPages {
  operations: Pick<CertificateOperations, 'showCertificate' | 'returnCertificate' | 'cardFacts'> &
    Pick<GiftOperations, 'greetingOf'> &
    CouponPages['operations'];
  /** The sound of a spoken greeting, by the provider's id; null when it is gone. */
  recording(sid: string): Promise<Recording | null>;
  drawCard: DrawCardOf;
  timeZone: string;
  /** 32 bytes, for naming attempts. */
  attemptKey: Buffer;
}

/** /w/<token>: what a holder has, a certificate or (send-coupon.tsx) a coupon, and the way to give it back unused (GC-11, GC-16). */
export function registerCertificatePages(app: FastifyInstance, pages: CertificatePages): void {
  const { operations } = pages;
  app.register(async (scope) => {
    readFormsOnly(scope);
    scope.get('/w/:token', async (request, reply) => {
      const view = await viewOf(pages, request);
      if (view) return sendPage(reply, 200, <HeldCertificate {...view} script={pages.script} />, { scripts: true });
      const coupon = await couponOf(pages, request);
      return coupon ? sendCoupon(pages, reply, coupon) : missing(request, reply);
    });
    scope.get('/w/:token/return', async (request, reply) => {
      const view = await viewOf(pages, request);
      if (!view) return missing(request, reply);
      const notice = notReturnable(view.certificate);
      return notice
        ? sendNotice(reply, statusOf(notice), view.language, notice)
        : sendPage(reply, 200, <ReturnPage {...view} />);
    });
    scope.post('/w/:token/return', async (request, reply) => {
      const view = await viewOf(pages, request);
      return view ? giveBack(pages, view, request, reply) : missing(request, reply);
    });
    scope.get('/w/:token/card.png', async (request, reply) => {
      const view = await viewOf(pages, request);
      const facts = view && (await operations.cardFacts(view.certificate.id, view.certificate.cardVersion));
      const locale = languageOfPicture(request) ?? view?.language;
      if (facts) return sendCard(reply, await pages.drawCard({ ...facts, ...(locale && { locale }) }, 'png'));
      const picture = await couponPicture(pages, request);
      return picture ? sendCard(reply, picture) : missing(request, reply);
    });
    scope.get('/w/:token/greeting', async (request, reply) => {
      const token = tokenOf(request);
      const sid = token && (await operations.greetingOf(token));
      const recording = sid ? await pages.recording(sid) : null;
      return recording ? sendRecording(request, reply, recording) : missing(request, reply);
    });
  });
}

async function viewOf(
  { operations, timeZone }: CertificatePages,
  request: FastifyRequest,
): Promise<CertificateView | null> {
  const token = tokenOf(request);
  const found = token === null ? null : await operations.showCertificate(token);
  if (token === null || found?.kind !== 'certificate') return null;
  const { certificate } = found;
  return { certificate, token, language: languageOfReader(request, certificate.locale), timeZone };
}

const missing = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendNotice(reply, 404, languageOfBrowser(request), 'linkNotFound');

/** Spares a holder the PIN where giving back cannot succeed; the operation decides again. */
function notReturnable({ state, balance, issued }: CertificatePage): NoticeName | null {
  // Only what was given back ends so in a holder's hands.
  if (state === 'cancelled') return 'returned';
  if (state !== 'active') return 'notReturnable';
  return balance.minor === issued.minor ? null : 'alreadyUsed';
}

const statusOf = (notice: NoticeName): number => (notice === 'returned' ? 200 : 409);

async function giveBack(
  { operations, attemptKey }: CertificatePages,
  view: CertificateView,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { token, language, certificate } = view;
  if (certificate.state === 'cancelled') return sendNotice(reply, 200, language, 'returned');
  const pin = typed(request, 'pin');
  const askAgain = (status: number, fault: ReturnFault) =>
    sendPage(reply, status, <ReturnPage {...view} fault={fault} />);
  if (!isPin(pin)) return askAgain(422, { kind: 'wrong-pin' });
  const attempt = attemptOf(token, pin, attemptKey);
  const outcome = await operations.returnCertificate({ pageToken: token, pin, attempt });
  switch (outcome.kind) {
    case 'returned':
      return sendNotice(reply, 200, language, 'returned');
    case 'wrong-pin':
      return askAgain(422, outcome);
    case 'closed':
      return askAgain(429, outcome);
    case 'already-used':
      return sendNotice(reply, 409, language, 'alreadyUsed');
    case 'not-refundable':
      return sendNotice(reply, 409, language, 'notReturnable');
    case 'unknown-certificate':
      return missing(request, reply);
  }
}

/**
 * The same PIN sent again (a form sent twice, a page gone back to) is one attempt; another PIN is another, whatever
 * the form claims. Keyed, since attempts are stored.
 */
const attemptOf = (token: string, pin: string, key: Buffer): string =>
  createHmac('sha256', key).update(`return:${token}:${pin}`).digest('base64url');
