import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { openWorlds } from './fake-app.ts';
import { stripeAt } from './real-clients.ts';

const hold = (more: Partial<Stripe.PaymentIntentCreateParams> = {}): Stripe.PaymentIntentCreateParams => ({
  amount: 50_000,
  currency: 'krw',
  customer: 'cus_demo100001',
  payment_method: 'pm_demo100001',
  capture_method: 'manual',
  confirm: true,
  off_session: true,
  metadata: { purchase: 'CA1-1' },
  ...more,
});

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Stripe.errors.StripeError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return { status: error.statusCode, type: error.rawType, code: error.code, declined: error.decline_code };
};

test('money is held, captured and given back, and each step is told', async () => {
  const { simulator, desk, at } = await openWorlds();
  const stripe = stripeAt(simulator.url);
  const held = await stripe.paymentIntents.create(hold());
  expect(held).toMatchObject({
    status: 'requires_capture',
    amount_capturable: 50_000,
    amount_received: 0,
    currency: 'krw',
  });
  const captured = await stripe.paymentIntents.capture(held.id);
  expect(captured).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 50_000 });
  const part = await stripe.refunds.create({ payment_intent: held.id, amount: 20_000, metadata: { why: 'part' } });
  expect(part).toMatchObject({
    status: 'succeeded',
    amount: 20_000,
    payment_intent: held.id,
    metadata: { why: 'part' },
  });
  const rest = await stripe.refunds.create({ payment_intent: held.id, reason: 'requested_by_customer' });
  expect(rest.amount).toBe(30_000);
  expect((await stripe.refunds.list({ payment_intent: held.id })).data.map((one) => one.id)).toEqual([
    rest.id,
    part.id,
  ]);
  expect((await stripe.refunds.retrieve(part.id)).amount).toBe(20_000);
  const expanded = await stripe.paymentIntents.retrieve(held.id, { expand: ['latest_charge'] });
  expect(expanded.latest_charge).toMatchObject({ captured: true, refunded: true, amount_refunded: 50_000 });
  await desk.settles();
  const told = at('/payments/stripe').map(({ raw }) => JSON.parse(raw) as Stripe.Event);
  expect(told.map((event) => event.type).sort()).toEqual([
    'charge.captured',
    'charge.refunded',
    'charge.refunded',
    'payment_intent.amount_capturable_updated',
    'payment_intent.succeeded',
    'refund.created',
    'refund.created',
  ]);
  expect(told[0]).toMatchObject({ object: 'event', livemode: false, data: { object: { id: held.id } } });
  expect((await desk.intents()).map((one) => one.status)).toEqual(['succeeded']);
  expect((await desk.refunds()).map((one) => one.amount)).toEqual([30_000, 20_000]);
});

test('a hold can be let go, and then not captured', async () => {
  const { simulator, desk, at } = await openWorlds();
  const { paymentIntents } = stripeAt(simulator.url);
  const held = await paymentIntents.create(hold());
  expect(await paymentIntents.cancel(held.id, { cancellation_reason: 'abandoned' })).toMatchObject({
    status: 'canceled',
  });
  const unexpected = { status: 400, type: 'invalid_request_error', code: 'payment_intent_unexpected_state' };
  expect(await refusal(paymentIntents.capture(held.id))).toMatchObject(unexpected);
  expect(await refusal(paymentIntents.cancel(held.id))).toMatchObject(unexpected);
  await desk.settles();
  expect(at('/payments/stripe').at(-1)?.raw).toContain('payment_intent.canceled');
});

test('nothing is captured or refunded twice', async () => {
  const { simulator } = await openWorlds();
  const { paymentIntents, refunds } = stripeAt(simulator.url);
  const held = await paymentIntents.create(hold());
  expect((await refusal(refunds.create({ payment_intent: held.id }))).status).toBe(400);
  await paymentIntents.capture(held.id);
  expect((await refusal(paymentIntents.capture(held.id))).code).toBe('payment_intent_unexpected_state');
  expect((await refusal(refunds.create({ payment_intent: held.id, amount: 50_001 }))).code).toBe(
    'charge_already_refunded',
  );
  await refunds.create({ payment_intent: held.id });
  expect((await refusal(refunds.create({ payment_intent: held.id }))).code).toBe('charge_already_refunded');
});

test('a declined card answers 402 with the payment inside, and is told', async () => {
  const { simulator, desk, at } = await openWorlds();
  const { paymentIntents } = stripeAt(simulator.url);
  const poor = hold({ customer: 'cus_demo100002', payment_method: 'pm_demo100002' });
  const error = await paymentIntents.create(poor).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
  expect(error).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    payment_intent: { status: 'requires_payment_method', metadata: { purchase: 'CA1-1' } },
  });
  await desk.settles();
  expect(at('/payments/stripe')[0]?.raw).toContain('payment_intent.payment_failed');
  await desk.faults.add({ party: 'stripe', kind: 'decline' });
  expect(await refusal(paymentIntents.create(hold()))).toMatchObject({ status: 402, declined: 'generic_decline' });
  expect((await paymentIntents.create(hold())).status).toBe('requires_capture');
});

test('the same key and body give the same answer again, errors too; another body is refused', async () => {
  const { simulator, desk, at } = await openWorlds();
  const { paymentIntents } = stripeAt(simulator.url);
  const first = await paymentIntents.create(hold(), { idempotencyKey: 'hold-1' });
  const again = await paymentIntents.create(hold(), { idempotencyKey: 'hold-1' });
  expect(again).toEqual(first);
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  expect(first.lastResponse.requestId).toMatch(/^req_/);
  expect(await refusal(paymentIntents.create(hold({ amount: 1 }), { idempotencyKey: 'hold-1' }))).toMatchObject({
    status: 400,
    type: 'idempotency_error',
  });
  const poor = hold({ customer: 'cus_demo100002', payment_method: 'pm_demo100002' });
  for (let time = 0; time < 2; time += 1) {
    expect(await refusal(paymentIntents.create(poor, { idempotencyKey: 'hold-2' }))).toMatchObject({ status: 402 });
  }
  await desk.settles();
  expect(await desk.intents()).toHaveLength(2);
  expect(at('/payments/stripe')).toHaveLength(2);
});

test('payments are found by customer, time and metadata', async () => {
  let at = new Date('2026-03-01T00:00:00Z');
  const { simulator } = await openWorlds({}, { now: () => at });
  const { paymentIntents } = stripeAt(simulator.url);
  const ids: string[] = [];
  for (const [index, customer] of ['100001', '100003', '100001'].entries()) {
    at = new Date(Date.UTC(2026, 2, 1, index));
    const more = {
      customer: `cus_demo${customer}`,
      payment_method: `pm_demo${customer}`,
      metadata: { purchase: `it's ${index}` },
    };
    ids.push((await paymentIntents.create(hold(more))).id);
  }
  const [a, b, c] = ids;
  const listed = async (params: Stripe.PaymentIntentListParams) =>
    (await paymentIntents.list(params)).data.map((one) => one.id);
  expect(await listed({ customer: 'cus_demo100001' })).toEqual([c, a]);
  expect(await listed({ created: { gte: Date.UTC(2026, 2, 1, 1) / 1_000 } })).toEqual([c, b]);
  expect(await listed({ limit: 1, starting_after: c ?? '' })).toEqual([b]);
  const all: string[] = [];
  for await (const one of paymentIntents.list({ limit: 1 })) all.push(one.id);
  expect(all).toEqual([c, b, a]);
  const search = async (query: string) => (await paymentIntents.search({ query })).data.map((one) => one.id);
  expect(await search(`metadata["purchase"]:"it's 1"`)).toEqual([b]);
  expect(await search(`metadata['purchase']:'it\\'s 1' AND status:'requires_capture'`)).toEqual([b]);
  expect(await search(`metadata['purchase']:'none'`)).toEqual([]);
  expect((await refusal(paymentIntents.search({ query: 'amount>5' }))).status).toBe(400);
});

test('customers and their cards can be looked at, and show no card number', async () => {
  const { simulator } = await openWorlds();
  const stripe = stripeAt(simulator.url);
  expect((await stripe.customers.retrieve('cus_demo100001')).id).toBe('cus_demo100001');
  const { data } = await stripe.paymentMethods.list({ customer: 'cus_demo100003', type: 'card' });
  expect(data.map((one) => one.card?.last4)).toEqual(['4444']);
  expect((await stripe.paymentMethods.retrieve('pm_demo100001')).card).toMatchObject({ brand: 'visa', last4: '4242' });
  const made = await stripe.customers.create({ name: 'New', metadata: { member: '1' } });
  expect(await stripe.customers.retrieve(made.id)).toMatchObject({ name: 'New', metadata: { member: '1' } });
  expect(JSON.stringify(data)).not.toMatch(/\d{13}/);
});

test('what Stripe refuses is refused in its form', async () => {
  const { simulator } = await openWorlds();
  const { paymentIntents } = stripeAt(simulator.url);
  const wrong = (more: object) => refusal(paymentIntents.create({ ...hold(), ...more }));
  expect(await wrong({ amount: 0 })).toMatchObject({ status: 400, code: 'parameter_invalid_integer' });
  expect(await wrong({ amout: 5 })).toMatchObject({ status: 400, code: 'parameter_unknown' });
  expect(await wrong({ customer: 'cus_none' })).toMatchObject({ status: 400, code: 'resource_missing' });
  expect(await wrong({ customer: 'cus_demo100003' })).toMatchObject({ status: 400 });
  expect(await refusal(paymentIntents.retrieve('pi_none'))).toMatchObject({ status: 404, code: 'resource_missing' });
  expect(await refusal(stripeAt(simulator.url, 'sk_other').paymentIntents.list())).toMatchObject({ status: 401 });
  const nowhere = await fetch(`${simulator.url}/v1/nowhere`, {
    headers: { authorization: 'Bearer sk_test_of_the_test' },
  });
  expect(await nowhere.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test('an event is posted again until it is taken', async () => {
  let refusals = 2;
  const { simulator, desk, at } = await openWorlds({
    '/payments/stripe': (_, reply) => reply.code(refusals-- > 0 ? 500 : 200).send(''),
  });
  await stripeAt(simulator.url).paymentIntents.create(hold());
  await desk.settles();
  const bodies = at('/payments/stripe').map(({ raw }) => raw);
  expect(bodies).toHaveLength(3);
  expect(new Set(bodies).size).toBe(1);
});
