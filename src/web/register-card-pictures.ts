import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CampaignOperations } from '../operations/campaigns/campaign-operations.ts';
import type { CertificateOperations } from '../operations/certificates/certificate-operations.ts';
import { couponCardFacts } from '../operations/coupons/card-facts.ts';
import type { CouponOperations } from '../operations/coupons/coupon-operations.ts';
import { openCardAddress } from './card-url.ts';
import { type CardFormat, type DrawCardOf, type DrawCoupons, sendCard } from './send-card.ts';

export interface CardPictures {
  operations: Pick<CertificateOperations, 'cardFacts'> &
    Pick<CouponOperations, 'voucherCard'> &
    Pick<CampaignOperations, 'testCard'>;
  drawCard: DrawCardOf;
  drawCoupons: DrawCoupons;
  /** 32 bytes each, for sealing addresses: what opens a certificate's card opens no coupon's. */
  cardKey: Buffer;
  couponKey: Buffer;
  now(): Date;
}

/** /cards/<sealed>.jpg and .png, /coupons/<sealed>.jpg and .png: for carriers, which show no cookie and no key. */
export function registerCardPictures(app: FastifyInstance, pictures: CardPictures): void {
  const { operations, drawCard, cardKey, couponKey } = pictures;
  app.get('/cards/:name', (request, reply) =>
    sendNamed(request, reply, cardKey, pictures.now(), async (id, version, format) => {
      const facts = await operations.cardFacts(id, version);
      return facts && drawCard(facts, format);
    }),
  );
  app.get('/coupons/:name', (request, reply) => {
    const { language } = request.query as { language?: unknown };
    const locale = typeof language === 'string' ? language : null;
    return sendNamed(request, reply, couponKey, pictures.now(), (id, version, format) =>
      drawCoupon(pictures, id, version, locale, format),
    );
  });
}

type Draw = (id: string, version: number, format: CardFormat) => Promise<Parameters<typeof sendCard>[1] | null>;

async function sendNamed(request: FastifyRequest, reply: FastifyReply, key: Buffer, at: Date, draw: Draw) {
  const { name } = request.params as { name: string };
  const [, sealed = '', ending] = /^(.+)\.(jpg|png)$/.exec(name) ?? [];
  const card = openCardAddress(sealed, key, at);
  if (card.kind === 'expired') return reply.code(410).type('text/plain').send('No longer here.');
  const drawn =
    card.kind === 'card' && (await draw(card.certificateId, card.cardVersion, ending === 'png' ? 'png' : 'jpeg'));
  return drawn ? sendCard(reply, drawn) : reply.code(404).type('text/plain').send('Not found.');
}

/** v-: somebody's coupon; c-: everybody's, which has no language of its own; t-: a test of a draft. */
async function drawCoupon(
  { operations, drawCoupons }: CardPictures,
  named: string,
  version: number,
  locale: string | null,
  format: CardFormat,
) {
  const [, kind, id = ''] = /^([vct])-(.+)$/.exec(named) ?? [];
  if (kind === 't') {
    const test = await operations.testCard({ campaignId: id, version });
    return test && drawCoupons.sample(test.facts, test.tracked, locale ?? 'ko');
  }
  const card = await operations.voucherCard(
    kind === 'v' ? { voucherId: id, cardVersion: version } : { campaignId: id },
  );
  return card && drawCoupons.card(couponCardFacts(card), locale ?? card.voucher.locale, format);
}
