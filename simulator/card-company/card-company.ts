import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openGate } from '../world/gate.ts';
import { newStripeId } from '../world/ids.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import { CardBook } from './card-book.ts';
import { CardError } from './card-error.ts';
import { expand } from './expand.ts';
import { IdempotencyBook } from './idempotency.ts';
import { cancelIntent, captureIntent, confirmIntent, createIntent } from './intents.ts';
import { toList, toSearchResult } from './listing.ts';
import { toCustomer } from './objects.ts';
import { type Counter, operate } from './operate.ts';
import { metadataOf, type Params, readParams, refuseUnknown, required } from './params.ts';
import { createRefund } from './refunds.ts';

type ById = { Params: { id: string } };

const listParams = ['limit', 'starting_after', 'created', 'expand'];

function stranger(world: World, request: FastifyRequest) {
  const given = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${world.settings.stripe.secretKey}`);
  if (given.length === expected.length && timingSafeEqual(given, expected)) return null;
  const message = given.length === 0 ? 'You did not provide an API key.' : 'Invalid API Key provided';
  return { status: 401, body: { error: { type: 'invalid_request_error', message } } };
}

/** Reads without effects: no idempotency, no events. */
function reader(counter: Counter, read: (params: Params, request: FastifyRequest) => object) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('request-id', newStripeId('req'));
    const params = readParams(request.query);
    return expand(counter.book, read(params, request), params);
  };
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

function reading(room: FastifyInstance, counter: Counter): void {
  const { book } = counter;
  const get = (path: string, read: (params: Params, request: FastifyRequest) => object) =>
    room.get(path, reader(counter, read));

  get('/customers/:id', (_, request) => book.customer(idOf(request), 'id', 404));
  get('/customers/:id/payment_methods', (params, request) => {
    refuseUnknown(params, [...listParams, 'type']);
    const { id } = book.customer(idOf(request), 'id', 404);
    return toList(
      [...book.methods.values()].filter((m) => m.customer === id),
      params,
      `/v1/customers/${id}/payment_methods`,
    );
  });
  get('/payment_methods', (params) => {
    refuseUnknown(params, [...listParams, 'customer', 'type']);
    const customer = book.customer(required(params, 'customer'), 'customer', 400).id;
    return toList(
      [...book.methods.values()].filter((m) => m.customer === customer),
      params,
      '/v1/payment_methods',
    );
  });
  get('/payment_methods/:id', (_, request) => book.method(idOf(request), 'payment_method', 404));
  get('/payment_intents', (params) => {
    refuseUnknown(params, [...listParams, 'customer']);
    const customer = params.get('customer');
    const wanted = book.intents.newestFirst().filter((one) => customer === undefined || one.customer === customer);
    return toList(wanted, params, '/v1/payment_intents');
  });
  get('/payment_intents/search', (params) => {
    refuseUnknown(params, ['query', 'limit', 'expand']);
    return toSearchResult(book.intents.newestFirst(), params, '/v1/payment_intents/search');
  });
  get('/payment_intents/:id', (_, request) => book.intent(idOf(request), 'intent', 404));
  get('/charges/:id', (_, request) => book.charge(idOf(request), 'id', 404));
  get('/refunds', (params) => {
    refuseUnknown(params, [...listParams, 'payment_intent', 'charge']);
    const wanted = book.refunds
      .newestFirst()
      .filter((refund) =>
        (['payment_intent', 'charge'] as const).every((name) => !params.has(name) || refund[name] === params.get(name)),
      );
    return toList(wanted, params, '/v1/refunds');
  });
  get('/refunds/:id', (_, request) => {
    const found = book.refunds.all().find((refund) => refund.id === idOf(request));
    if (!found) throw CardError.missing('refund', idOf(request), 'id', 404);
    return found;
  });
}

function createCustomer(book: CardBook, params: Params) {
  refuseUnknown(params, ['name', 'phone', 'email', 'description', 'metadata', 'expand']);
  const text = (name: string) => params.get(name) ?? null;
  const customer = toCustomer({
    id: newStripeId('cus'),
    name: text('name'),
    phone: text('phone'),
    email: text('email'),
    description: text('description'),
    metadata: metadataOf(params),
    created: book.seconds(),
  });
  return { answer: book.addCustomer(customer), events: [] };
}

function changing(room: FastifyInstance, counter: Counter): void {
  const { book } = counter;
  const forced = (request: FastifyRequest) => () =>
    counter.world.faults.strike('stripe', ['decline'], request.url, request.method) !== null;
  room.post('/customers', (request, reply) =>
    operate(counter, request, reply, (params) => createCustomer(book, params)),
  );
  room.post('/payment_intents', (request, reply) =>
    operate(counter, request, reply, (params) => createIntent(book, params, forced(request))),
  );
  room.post<ById>('/payment_intents/:id/confirm', (request, reply) =>
    operate(counter, request, reply, (params) => confirmIntent(book, request.params.id, params, forced(request))),
  );
  room.post<ById>('/payment_intents/:id/capture', (request, reply) =>
    operate(counter, request, reply, (params) => captureIntent(book, request.params.id, params)),
  );
  room.post<ById>('/payment_intents/:id/cancel', (request, reply) =>
    operate(counter, request, reply, (params) => cancelIntent(book, request.params.id, params)),
  );
  room.post('/refunds', (request, reply) => operate(counter, request, reply, (params) => createRefund(book, params)));
}

const refusal = (status: 429 | 500) => ({
  error:
    status === 429
      ? { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests in too short a time.' }
      : { type: 'api_error', message: 'An unknown error occurred.' },
});

/** Mounts the card company's REST API, as Stripe shows it. */
export async function mountCardCompany(app: FastifyInstance, world: World): Promise<CardBook> {
  const counter: Counter = { world, book: new CardBook(world), keys: new IdempotencyBook() };
  await app.register(
    async (room) => {
      openGate(room, world, { party: 'stripe', refuseStranger: (request) => stranger(world, request), refusal });
      room.setErrorHandler(async (error, _request, reply) => {
        if (error instanceof CardError) return reply.code(error.status).send({ error: error.body });
        world.complain(`card company: ${reasonOf(error)}`);
        return reply.code(500).send(refusal(500));
      });
      room.setNotFoundHandler(async (request, reply) =>
        reply.code(404).send({
          error: {
            type: 'invalid_request_error',
            message: `Unrecognized request URL (${request.method}: ${request.url}).`,
          },
        }),
      );
      reading(room, counter);
      changing(room, counter);
    },
    { prefix: '/v1' },
  );
  return counter.book;
}
