import type { FastifyInstance } from 'fastify';
import type { CertificateOperations } from '../operations/certificates/certificate-operations.ts';
import { openCardAddress } from './card-url.ts';
import { type DrawCardOf, sendCard } from './send-card.ts';

export interface CardPictures {
  operations: Pick<CertificateOperations, 'cardFacts'>;
  drawCard: DrawCardOf;
  /** 32 bytes, for sealing addresses. */
  key: Buffer;
  now(): Date;
}

/** /cards/<sealed>.jpg and .png: for carriers, which show no cookie and no key. */
export function registerCardPictures(app: FastifyInstance, { operations, drawCard, key, now }: CardPictures): void {
  app.get('/cards/:name', async (request, reply) => {
    const { name } = request.params as { name: string };
    const [, sealed = '', ending] = /^(.+)\.(jpg|png)$/.exec(name) ?? [];
    const card = openCardAddress(sealed, key, now());
    if (card.kind === 'expired') return reply.code(410).type('text/plain').send('No longer here.');
    const facts = card.kind === 'card' ? await operations.cardFacts(card.certificateId, card.cardVersion) : null;
    if (!facts) return reply.code(404).type('text/plain').send('Not found.');
    return sendCard(reply, drawCard, facts, ending === 'png' ? 'png' : 'jpeg');
  });
}
