import type { FastifyInstance } from 'fastify';
import { parties } from '../world/requests.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

/** What the parties keep on record, and the state of the world as a whole. */
export function recordDesk(app: FastifyInstance, { world, cardCompany }: Parties): void {
  app.get('/desk/cards/intents', async () => cardCompany.intents.newestFirst());
  app.get('/desk/cards/refunds', async () => cardCompany.refunds.newestFirst());

  app.get<{ Querystring: { party?: string } }>('/desk/requests', async ({ query: { party } }, reply) => {
    const known: readonly string[] = parties;
    if (party !== undefined && !known.includes(party)) return refuse(reply, 400, `party: ${parties.join(', ')}`);
    return world.requests.list(party);
  });

  app.get('/desk/complaints', async () => world.complaints());

  /** Answers when the world has settled. */
  app.post('/desk/idle', async () => {
    await world.activity.idle();
    return { idle: true };
  });
}
