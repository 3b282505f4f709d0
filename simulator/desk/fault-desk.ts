import type { FastifyInstance } from 'fastify';
import { type FaultAsk, faultsInAsk } from '../world/faults.ts';
import type { ReleaseAsk } from '../world/webhooks.ts';
import type { Parties } from './parties.ts';
import { refuse } from './refuse.ts';

function wrongRelease({ order, seed, copies }: ReleaseAsk): string | null {
  if (order !== undefined && !['reversed', 'shuffled', 'same'].includes(order))
    return 'order: reversed, shuffled or same';
  if (seed !== undefined && !Number.isInteger(seed)) return 'seed: a whole number';
  const fewCopies = copies === undefined || (Number.isFinite(copies) && copies >= 1 && copies <= 100);
  return fewCopies ? null : 'copies: 1 to 100';
}

/** Faults on demand. */
export function faultDesk(app: FastifyInstance, { world }: Parties): void {
  app.post<{ Body: Partial<FaultAsk> | null }>('/desk/faults', async (request, reply) => {
    const ask = request.body ?? {};
    const wrong = faultsInAsk(ask);
    if (wrong.length > 0) return refuse(reply, 400, wrong.join('; '));
    try {
      return reply.code(201).send(world.faults.add(ask as FaultAsk));
    } catch (error) {
      if (error instanceof RangeError) return refuse(reply, 409, error.message);
      throw error;
    }
  });

  app.get('/desk/faults', async () => ({ faults: world.faults.list(), held: world.webhooks.heldSubjects() }));

  app.delete<{ Params: { id: string } }>('/desk/faults/:id', async ({ params: { id } }, reply) =>
    world.faults.remove(Number(id)) ? reply.code(204).send() : refuse(reply, 404, 'no such fault'),
  );

  app.delete('/desk/faults', async (_, reply) => {
    world.faults.clear();
    return reply.code(204).send();
  });

  app.post<{ Body: ReleaseAsk | null }>('/desk/webhooks/release', async (request, reply) => {
    const ask = request.body ?? {};
    const wrong = wrongRelease(ask);
    return wrong === null ? world.webhooks.release(ask) : refuse(reply, 400, wrong);
  });
}
