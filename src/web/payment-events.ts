import type { FastifyInstance } from 'fastify';
import type { PaymentOperations } from '../operations/payments/payment-operations.ts';

export interface PaymentEvents {
  operations: PaymentOperations;
  /** Verifies the signature over the very bytes that came. Null: not from the card company. */
  readEvent(body: string, signature: string): { type: string; holdId: string | null; gatewayId: string | null } | null;
}

/** POST /payments/stripe. A failed answer makes the card company send the event again. */
export function registerPaymentEvents(app: FastifyInstance, { operations, readEvent }: PaymentEvents): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The signature is over the body as it came, so it is kept as text.
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.post('/payments/stripe', async (request, reply) => {
      const signature = request.headers['stripe-signature'];
      const body = typeof request.body === 'string' ? request.body : '';
      const news = typeof signature === 'string' ? newsIn(readEvent, body, signature) : null;
      if (!news) return reply.code(403).type('text/plain').send('The signature is missing or wrong.');
      if (news === 'no-event') return reply.code(400).type('text/plain').send('This is no event.');
      const outcome = await operations.hearOfPayment(news);
      request.log.info({ event: news.type, outcome: outcome.kind }, 'an event of the card company');
      return { received: true };
    });
  });
}

/** What is signed and yet no event is a bad request, and no outage of ours. Its words are not repeated anywhere. */
function newsIn(readEvent: PaymentEvents['readEvent'], body: string, signature: string) {
  try {
    return readEvent(body, signature);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return 'no-event';
    throw error;
  }
}
