import { expect, test } from 'vitest';
import { jisu, line, openWorlds, response, yuna } from './fake-app.ts';
import { stripeAt, twilioAt } from './real-clients.ts';

const hold = {
  amount: 50_000,
  currency: 'krw',
  customer: 'cus_demo100001',
  payment_method: 'pm_demo100001',
  capture_method: 'manual',
  confirm: true,
} as const;
const text = { to: yuna, from: line, body: '안녕하세요' };

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (reason: unknown) =>
      (reason as { status?: number; statusCode?: number }).statusCode ??
      (reason as { status?: number }).status ??
      'no answer',
  );

test('a refusal for too many requests, and a server error, execute nothing', async () => {
  const { simulator, desk } = await openWorlds();
  await desk.faults.add({ party: 'twilio', on: '/Messages', kind: 'status-429', retryAfterSeconds: 7 });
  await desk.faults.add({ party: 'twilio', on: '/Messages', kind: 'status-500' });
  await desk.faults.add({ party: 'stripe', kind: 'status-429', times: 2 });
  const { messages } = twilioAt(simulator.url);
  expect(await outcome(messages.create(text))).toBe(429);
  expect(await outcome(messages.create(text))).toBe(500);
  expect(await desk.phone(yuna).messages()).toEqual([]);
  expect(await outcome(messages.create(text))).toBe('done');
  const { paymentIntents } = stripeAt(simulator.url);
  expect(await outcome(paymentIntents.create(hold, { idempotencyKey: 'a' }))).toBe(429);
  expect(await outcome(paymentIntents.create(hold, { idempotencyKey: 'a' }))).toBe(429);
  expect(await outcome(paymentIntents.create(hold, { idempotencyKey: 'a' }))).toBe('done');
  expect((await desk.faults.list()).faults.map((fault) => fault.hits)).toEqual([1, 1, 2]);
});

test('a lost answer: the message went out all the same, and can be found', async () => {
  const { simulator, desk } = await openWorlds();
  await desk.faults.add({ party: 'twilio', method: 'POST', kind: 'lost-answer' });
  const { messages } = twilioAt(simulator.url);
  expect(await outcome(messages.create(text))).toBe('no answer');
  await desk.settles();
  expect((await messages.list({ to: yuna })).map((one) => [one.body, one.status])).toEqual([
    ['안녕하세요', 'delivered'],
  ]);
  const [request] = await desk.requests('twilio');
  expect(request).toMatchObject({ method: 'POST', status: null, fault: 'lost-answer', form: { Body: '안녕하세요' } });
});

test('a lost request: nothing was done', async () => {
  const { simulator, desk } = await openWorlds();
  // The stripe client repeats a closed connection once by itself: two must be lost for it to notice.
  await desk.faults.add({ party: 'stripe', kind: 'lost-request', times: 2 });
  expect(await outcome(stripeAt(simulator.url).paymentIntents.create(hold))).toBe('no answer');
  expect(await desk.intents()).toEqual([]);
});

test('a lost answer of the card company: one payment, and its answer by the same key', async () => {
  const { simulator, desk } = await openWorlds();
  await desk.faults.add({ party: 'stripe', kind: 'lost-answer', times: 2 });
  const { paymentIntents } = stripeAt(simulator.url);
  expect(await outcome(paymentIntents.create(hold, { idempotencyKey: 'k' }))).toBe('no answer');
  const [made] = await desk.intents();
  expect((await paymentIntents.create(hold, { idempotencyKey: 'k' })).id).toBe(made?.id);
  expect(await desk.intents()).toHaveLength(1);
});

test('a late answer: whoever repeats in the meantime is told to wait; the effect is one', async () => {
  const { simulator, desk } = await openWorlds();
  await desk.faults.add({ party: 'stripe', kind: 'late', delayMs: 600_000 });
  const { paymentIntents } = stripeAt(simulator.url);
  const first = paymentIntents.create(hold, { idempotencyKey: 'k' });
  await expect.poll(async () => (await desk.intents()).length).toBe(1);
  expect(await outcome(paymentIntents.create(hold, { idempotencyKey: 'k' }))).toBe(409);
  await desk.faults.clear();
  expect((await first).status).toBe('requires_capture');
  expect(await outcome(paymentIntents.create(hold, { idempotencyKey: 'k' }))).toBe('done');
  expect(await desk.intents()).toHaveLength(1);
});

test('a request that hangs is let go when the faults are cleared', async () => {
  const { simulator, desk } = await openWorlds();
  await desk.faults.add({ party: 'twilio', kind: 'hang' });
  const hanging = outcome(twilioAt(simulator.url).messages.create(text));
  await expect.poll(async () => (await desk.faults.list()).faults[0]?.hits).toBe(1);
  await desk.faults.clear();
  expect(await hanging).toBe('no answer');
  await desk.settles();
  expect(await desk.phone(yuna).messages()).toEqual([]);
});

test('events can come twice, never, late and in another order, and before the answer', async () => {
  const { simulator, desk, at } = await openWorlds();
  const { paymentIntents } = stripeAt(simulator.url);
  const types = () => at('/payments/stripe').map(({ raw }) => (JSON.parse(raw) as { type: string }).type.split('.')[1]);
  await desk.faults.add({ party: 'webhooks', on: 'amount_capturable_updated', kind: 'duplicate' });
  const one = await paymentIntents.create(hold);
  await desk.settles();
  expect(types()).toEqual(['amount_capturable_updated', 'amount_capturable_updated']);
  await desk.faults.add({ party: 'webhooks', on: '/payments/stripe', kind: 'lost' });
  await paymentIntents.cancel(one.id);
  await desk.settles();
  expect(types()).toHaveLength(2);

  await desk.faults.add({ party: 'webhooks', on: '/payments/stripe', kind: 'held', times: 3 });
  const two = await paymentIntents.create(hold);
  await paymentIntents.capture(two.id);
  await desk.settles();
  expect(types()).toHaveLength(2);
  expect((await desk.faults.list()).held).toHaveLength(3);
  await desk.release({ order: 'reversed', copies: 2 });
  expect(types().slice(2)).toEqual([
    'succeeded',
    'succeeded',
    'captured',
    'captured',
    'amount_capturable_updated',
    'amount_capturable_updated',
  ]);

  await desk.faults.add({ party: 'webhooks', on: 'payment_intent', kind: 'before-answer' });
  await paymentIntents.create(hold);
  expect(types()).toHaveLength(9);
});

test('the news of a message can be lost or come twice', async () => {
  const { simulator, desk, appUrl, at } = await openWorlds();
  await desk.faults.add({ party: 'webhooks', on: '/sms/status delivered', kind: 'duplicate' });
  await desk.faults.add({ party: 'webhooks', on: '/sms/status sent', kind: 'lost' });
  await twilioAt(simulator.url).messages.create({ ...text, statusCallback: `${appUrl}/sms/status` });
  await desk.settles();
  expect(at('/sms/status').map(({ form }) => form.MessageStatus)).toEqual(['delivered', 'delivered']);
  await desk.faults.add({ party: 'webhooks', on: '/sms/incoming', kind: 'held' });
  expect(await desk.phone(yuna).texts('2580')).toMatchObject({ delivered: false, reason: 'held' });
  expect(await desk.release()).toEqual([{ subject: '/sms/incoming incoming', status: 204 }]);
});

test('a turn of a call can be delivered twice, or be lost', async () => {
  const { desk, at } = await openWorlds({
    '/ivr/incoming': response('<Gather action="/ivr/turn?step=pin" numDigits="1"/>'),
    '/ivr/turn': response('<Gather action="/ivr/turn?step=next" numDigits="1"><Say>다음</Say></Gather>'),
  });
  await desk.faults.add({ party: 'webhooks', on: 'step=pin', kind: 'duplicate' });
  const call = await desk.phone(jisu).dials().presses('1').hears(/다음/);
  expect(at('/ivr/turn').map(({ form }) => form.Digits)).toEqual(['1', '1']);
  await desk.faults.add({ party: 'webhooks', on: 'step=next', kind: 'lost' });
  expect((await call.presses('2')).answer).toMatchObject({ endedBy: 'error', error: { code: 11200 } });
});

test('a fault with a chance strikes in the same places for the same seed', async () => {
  const struck = async (seed: number) => {
    const { simulator, desk } = await openWorlds();
    await desk.faults.add({ party: 'twilio', kind: 'status-500', probability: 0.5, seed, times: 100 });
    const { messages } = twilioAt(simulator.url);
    const results: unknown[] = [];
    for (let time = 0; time < 12; time += 1) results.push(await outcome(messages.list({ limit: 1 })));
    return results;
  };
  const first = await struck(42);
  expect(await struck(42)).toEqual(first);
  expect(new Set(first)).toEqual(new Set(['done', 500]));
});

test('a fault that cannot be is refused with all that is wrong', async () => {
  const { desk } = await openWorlds();
  const wrong = desk.faults.add({ party: 'twilio', kind: 'held', times: 0, probability: 2 });
  await expect(wrong).rejects.toThrow(/kind for twilio.*times.*probability/);
});
