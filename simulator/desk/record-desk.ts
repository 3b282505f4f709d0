import type { FastifyInstance } from 'fastify';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

/** What the parties keep on record, and the state of the world as a whole. */
export function recordDesk(app: FastifyInstance, { world, cardCompany }: Parties): void {
  app.get('/desk/cards/intents', async () => cardCompany.intents.newestFirst());
  app.get('/desk/cards/refunds', async () => cardCompany.refunds.newestFirst());

  app.get<{ Querystring: { party?: string } }>('/desk/requests', async ({ query: { party } }, reply) => {
    if (party !== undefined && party !== 'twilio' && party !== 'stripe' && party !== 'smtp')
      return refuse(reply, 400, 'party: twilio, stripe or smtp');
    return world.requests.list(party);
  });

  app.get('/desk/complaints', async () => world.complaints());

  /** Answers when the world has settled. */
  app.post('/desk/idle', async () => {
    await world.activity.idle();
    return { idle: true };
  });
}
