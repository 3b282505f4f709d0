import type { FastifyReply } from 'fastify';
import type { CardFacts } from '../operations/certificates/certificate-operations.ts';

export type CardFormat = 'png' | 'jpeg';

/** Draws a card, worded in the language of its locale, within the carriers' limits. */
export type DrawCardOf = (facts: CardFacts, format: CardFormat) => Promise<{ picture: Buffer; contentType: string }>;

export async function sendCard(
  reply: FastifyReply,
  draw: DrawCardOf,
  facts: CardFacts,
  format: CardFormat,
): Promise<FastifyReply> {
  const { picture, contentType } = await draw(facts, format);
  return reply
    .headers({
      'content-type': contentType,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    .send(picture);
}
