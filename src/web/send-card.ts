import type { FastifyReply } from 'fastify';
import type { CouponCardFacts, CouponFacts } from '../core/coupons/card-facts.ts';
import type { CardFacts } from '../operations/certificates/certificate-operations.ts';

export type CardFormat = 'png' | 'jpeg';

interface Drawn {
  picture: Buffer;
  contentType: string;
}

/** Draws a card, worded in the language of its locale, within the carriers' limits. */
export type DrawCardOf = (facts: CardFacts, format: CardFormat) => Promise<Drawn>;

/** The same for coupons; `sample`: of a draft, with no code that a till takes. */
export interface DrawCoupons {
  card(facts: CouponCardFacts, locale: string, format: CardFormat): Promise<Drawn>;
  sample(facts: CouponFacts, tracked: boolean, locale: string): Promise<Drawn>;
}

/** A picture that opens something: nobody between keeps it. */
export function sendCard(reply: FastifyReply, { picture, contentType }: Drawn): FastifyReply {
  return reply
    .headers({
      'content-type': contentType,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    .send(picture);
}
