import { expect } from 'vitest';
import { buys } from '../acceptance/buying.ts';
import { people, test, type World } from '../support/world.ts';
import { rowCounts } from './row-counts.ts';
import { fromStripe, fromTwilio, newSid, send, type Webhook } from './signed.ts';

test('what nobody signed, or somebody else, is refused, and nothing is written', async ({ world }) => {
  await buys(world);
  await world.app.operations.flushTurns();
  const before = await rowCounts(world);
  expect(Object.keys(before).length).toBeGreaterThan(20);
  for (const genuine of webhooks(world)) {
    for (const [what, forged] of Object.entries(forgeries(world, genuine))) {
      const { statusCode } = await send(world, forged);
      expect([genuine.url, what, statusCode]).toEqual([genuine.url, what, 403]);
    }
  }
  await world.app.operations.flushTurns();
  expect(await rowCounts(world)).toEqual(before);
  expect(await world.app.store.read.gift.findFirst()).toMatchObject({ state: 'offered' });
});

test('an event of the card company that was signed an hour ago is refused', async ({ world }) => {
  const anHourAgo = () => new Date(world.now().getTime() - 3_600_000);
  const event = webhooks(world).find(({ url }) => url === '/payments/stripe');
  const old = fromStripe({ accounts: world.accounts, now: anHourAgo }, event?.payload ?? '');
  expect((await send(world, old)).statusCode).toBe(403);
});

test.for(['t=1795143600,v1=', 't=1795143600,v1', `t=1795143600,v1=${'é'.repeat(64)}`, 'v1=0,t=x', '=', ','])(
  'a signature of the card company that reads %s is refused',
  async (signature, { world }) => {
    const event = webhooks(world).find(({ url }) => url === '/payments/stripe');
    if (!event) throw new Error('no event');
    const forged = { ...event, headers: { ...event.headers, 'stripe-signature': signature } };
    expect((await send(world, forged)).statusCode).toBe(403);
  },
);

test('the same webhooks are taken when they are signed', async ({ world }) => {
  for (const genuine of webhooks(world)) {
    const { statusCode } = await send(world, genuine);
    expect([genuine.url, statusCode < 300]).toEqual([genuine.url, true]);
  }
});

function webhooks(world: World): Webhook[] {
  const call = { CallSid: newSid('CA'), From: people.jisu, To: world.line };
  const text = { MessageSid: newSid('SM'), From: people.yuna, To: world.line };
  const intent = { id: 'pi_1', object: 'payment_intent', metadata: { hold: 'h' } };
  const event = { id: 'evt_1', object: 'event', type: 'payment_intent.succeeded', data: { object: intent } };
  return [
    fromTwilio(world, '/ivr/incoming', { ...call, CallStatus: 'ringing' }),
    fromTwilio(world, '/ivr/status', { ...call, CallStatus: 'completed' }),
    fromTwilio(world, '/sms/incoming', { ...text, Body: '2580' }),
    fromTwilio(world, '/sms/status', { MessageSid: text.MessageSid, MessageStatus: 'failed' }),
    fromStripe(world, JSON.stringify(event)),
  ];
}

function forgeries(world: World, genuine: Webhook): Record<string, Webhook> {
  const { 'x-twilio-signature': twilio = '', 'stripe-signature': stripe = '', ...unsigned } = genuine.headers;
  const name = twilio ? 'x-twilio-signature' : 'stripe-signature';
  const other = { ...world.accounts, twilio: { ...world.accounts.twilio, authToken: 'another token' } };
  const elsewhere = { ...world, accounts: { ...other, stripe: { ...other.stripe, webhookSecret: 'whsec_other' } } };
  const form = Object.fromEntries(new URLSearchParams(genuine.payload));
  const bySomebodyElse = twilio
    ? fromTwilio({ url: world.url, accounts: elsewhere.accounts }, genuine.url, form)
    : fromStripe({ accounts: elsewhere.accounts, now: world.now }, genuine.payload);
  return {
    unsigned: { ...genuine, headers: unsigned },
    'an empty signature': { ...genuine, headers: { ...unsigned, [name]: '' } },
    'a signature that is none': { ...genuine, headers: { ...unsigned, [name]: 'bm9ib2R5IHNpZ25lZA==' } },
    'signed by somebody else': bySomebodyElse,
    'another body': { ...genuine, payload: `${genuine.payload} ` },
    'another address': {
      ...genuine,
      url: `${genuine.url}?more=1`,
      headers: { ...unsigned, [name]: twilio || 't=1,v1=00' },
    },
  };
}
