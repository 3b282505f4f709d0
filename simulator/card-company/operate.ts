import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf, onceAnswered } from '../world/gate.ts';
import { newStripeId } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import type { CardBook } from './card-book.ts';
import { CardError } from './card-error.ts';
import { sendEvent, toEvent } from './events.ts';
import { expand } from './expand.ts';
import type { IdempotencyBook, StoredAnswer } from './idempotency.ts';
import { Declined, type Done, type Happened } from './intents.ts';
import { type Params, readParams } from './params.ts';

export interface Counter {
  world: World;
  book: CardBook;
  keys: IdempotencyBook;
}

/** Events go out when the answer has left; one that a fault lets overtake goes out before. */
async function publish(
  counter: Counter,
  request: FastifyRequest,
  requestId: string,
  happened: Happened[],
): Promise<void> {
  const { world, book } = counter;
  const key = request.headers['idempotency-key'];
  const origin = { id: requestId, idempotencyKey: typeof key === 'string' ? key : null };
  for (const one of happened) {
    const event = toEvent(one, book.seconds(), origin);
    if (world.webhooks.overtakes(`/payments/stripe ${event.type}`)) await sendEvent(world, event);
    else onceAnswered(world, request, () => sendEvent(world, event));
  }
}

function execute(
  counter: Counter,
  params: Params,
  work: (params: Params) => Done,
): StoredAnswer & { events: Happened[] } {
  try {
    const { answer, events } = work(params);
    return { status: 200, body: expand(counter.book, answer, params), events };
  } catch (error) {
    if (!(error instanceof CardError)) throw error;
    return { status: error.status, body: { error: error.body }, events: error instanceof Declined ? error.events : [] };
  }
}

/** Runs one changing request: at most once for each Idempotency-Key, its answer kept, its events published. */
export async function operate(
  counter: Counter,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (params: Params) => Done,
): Promise<unknown> {
  const requestId = newStripeId('req');
  reply.header('request-id', requestId);
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' && header !== '' ? header : null;
  if (key !== null) reply.header('idempotency-key', key);
  const params = readParams(request.body);
  const fingerprint = counter.keys.fingerprint(request.method, request.url, request.body);
  const stored = key === null ? null : counter.keys.replay(key, fingerprint);
  if (stored) return reply.header('idempotent-replayed', 'true').code(stored.status).send(stored.body);

  const { status, body, events } = execute(counter, params, work);
  if (key !== null) {
    const late = faultOf(request)?.kind === 'late';
    const answered = counter.keys.keep(key, fingerprint, { status, body }, late);
    if (late) onceAnswered(counter.world, request, async () => answered());
  }
  await publish(counter, request, requestId, events);
  return reply.code(status).send(body);
}
