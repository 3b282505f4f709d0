import fc from 'fast-check';
import { expect } from 'vitest';
import { buys } from '../acceptance/buying.ts';
import { figure } from '../support/figure.ts';
import { people, test, type World } from '../support/world.ts';
import { rowCounts } from './row-counts.ts';
import { fromStripe, fromTwilio, newSid, send, type Webhook } from './signed.ts';

const mutants = 10_000;

/** What people write, and what signatures have been got wrong over. */
const texts = [
  "It's",
  'a+b',
  'me@example.com',
  '고마워요',
  '🎁🎉',
  'ありがとう',
  'a=b&c=d',
  '100%',
  'é',
  '"<>"',
  ' 2 ',
  '\r\n',
  '𠮷',
];

test('every well-signed webhook is taken, whatever people write in it', async ({ world }) => {
  let taken = 0;
  for (const body of [...texts, texts.join(' ')]) {
    for (const webhook of await eachKind(world, body)) {
      const { statusCode } = await send(world, webhook);
      expect([webhook.url, body, statusCode < 300]).toEqual([webhook.url, body, true]);
      taken += 1;
    }
  }
  figure("well-signed webhooks with ', +, @, Korean and emoji", { sent: taken, accepted: taken });
  expect(await world.app.store.read.inboundText.count()).toBe(texts.length + 1);
});

/** One of each kind: a call comes in, goes on and ends, a text comes, a report of ours, an event of a payment. */
async function eachKind(world: World, said: string): Promise<Webhook[]> {
  const query = encodeURIComponent(said);
  const line = { From: people.jisu, To: world.line, CallerName: said };
  const call = { ...line, CallSid: newSid('CA') };
  const text = { MessageSid: newSid('SM'), From: people.yuna, To: world.line, Body: said };
  const { body } = await send(world, fromTwilio(world, '/ivr/incoming', call));
  const action = /<Redirect[^>]*>([^<]+)</.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const about = { id: 'pi_1', object: 'payment_intent', metadata: { hold: said }, description: said };
  const event = { id: 'evt_1', object: 'event', type: 'payment_intent.succeeded', data: { object: about } };
  return [
    fromTwilio(world, `/ivr/incoming?said=${query}`, { ...line, CallSid: newSid('CA') }),
    fromTwilio(world, action, { ...call, Digits: '9', SpeechResult: said }),
    fromTwilio(world, `/ivr/status?said=${query}`, { ...call, CallStatus: 'completed' }),
    fromTwilio(world, '/sms/incoming', text),
    fromTwilio(world, '/sms/status?message=a-1', { ...text, MessageStatus: 'failed', ErrorMessage: said }),
    fromStripe(world, JSON.stringify(event)),
  ];
}

test('of 10,000 webhooks that were changed on the way none is taken', { timeout: 120_000 }, async ({ world }) => {
  await buys(world);
  await world.app.operations.flushTurns();
  const before = await rowCounts(world);
  let accepted = 0;
  const sent = { changed: 0, same: 0 };
  await fc.assert(
    fc.asyncProperty(genuine(world), change, async (webhook, mutate) => {
      const mutant = mutate(webhook);
      if (signedPart(mutant) === signedPart(webhook)) {
        sent.same += 1;
        return;
      }
      sent.changed += 1;
      const { statusCode } = await send(world, mutant);
      if (statusCode < 400) accepted += 1;
      expect(statusCode).toBe(403);
    }),
    { numRuns: Math.ceil(mutants * 1.25), endOnFailure: true },
  );
  figure('10,000 signed webhooks, changed on the way', { changed: sent.changed, accepted, 'signed alike': sent.same });
  expect(sent.changed).toBeGreaterThanOrEqual(mutants);
  expect(await rowCounts(world)).toEqual(before);
});

const said = fc.constantFrom('2580', '2', ...texts);

const genuine = (world: World): fc.Arbitrary<Webhook> =>
  fc.oneof({ weight: 5, arbitrary: ofTwilio(world) }, ofStripe(world));

const ofTwilio = (world: World): fc.Arbitrary<Webhook> =>
  fc
    .record({
      path: fc.constantFrom(
        '/sms/incoming',
        '/ivr/incoming',
        '/ivr/status',
        '/sms/status?message=a-1',
        '/ivr/turn?step=menu&state=abc',
      ),
      body: said,
    })
    .map(({ path, body }) =>
      fromTwilio(world, path, {
        MessageSid: 'SM1',
        CallSid: 'CA1',
        From: people.yuna,
        To: world.line,
        Body: body,
        MessageStatus: 'delivered',
      }),
    );

const ofStripe = (world: World): fc.Arbitrary<Webhook> =>
  said.map((description) => {
    const about = { id: 'pi_1', object: 'payment_intent', metadata: { hold: 'h' }, description };
    const event = { id: 'evt_1', object: 'event', type: 'payment_intent.succeeded', data: { object: about } };
    return fromStripe(world, JSON.stringify(event));
  });

type Change = (webhook: Webhook) => Webhook;

const anywhere = fc.nat(10_000);
const letter = fc.constantFrom(...'0123456789aAzZ+&=%');
const splice = (text: string, at: number, cut: number, put: string): string => {
  const from = at % (text.length + 1);
  return text.slice(0, from) + put + text.slice(from + cut);
};

const inPlace = fc.tuple(anywhere, fc.nat(2), fc.oneof(letter, fc.constant('')));
const change: fc.Arbitrary<Change> = fc.oneof(
  inPlace.map(
    ([at, cut, put]): Change =>
      (one) => ({ ...one, payload: splice(one.payload, at, cut, put) }),
  ),
  inPlace.map(
    ([at, cut, put]): Change =>
      (one) =>
        resigned(one, splice(signature(one), at, cut, put)),
  ),
  fc.constant<Change>((one) => ({ ...one, payload: `${one.payload}&Body=2` })),
  fc.tuple(letter, letter).map(
    ([name, value]): Change =>
      (one) => ({ ...one, payload: `${one.payload}&x${name}=${value}` }),
  ),
  fc.tuple(letter, letter).map(
    ([name, value]): Change =>
      (one) => ({ ...one, url: `${one.url}${one.url.includes('?') ? '&' : '?'}x${name}=${encodeURIComponent(value)}` }),
  ),
  fc.constantFrom('/sms/incoming', '/ivr/incoming', '/ivr/status').map(
    (url): Change =>
      (one) => ({ ...one, url }),
  ),
  fc.constantFrom('', 'undefined', 'null', 'AAAA').map(
    (other): Change =>
      (one) =>
        resigned(one, other),
  ),
);

const signs = ({ headers }: Webhook): string =>
  headers['x-twilio-signature'] === undefined ? 'stripe-signature' : 'x-twilio-signature';
const signature = (one: Webhook): string => one.headers[signs(one)] ?? '';
const resigned = (one: Webhook, other: string): Webhook => ({
  ...one,
  headers: { ...one.headers, [signs(one)]: other },
});

/**
 * What Twilio's signature is over: the address, and each name with its values behind it, in the names' order, a value
 * said twice counted once. Nothing stands between name and value, so `Body=2` and `Body2=` are signed alike.
 * Source: https://www.twilio.com/docs/usage/security#validating-requests
 */
function signedPart({ url, payload, headers }: Webhook): string {
  // Stripe's is over the body alone.
  if (headers['stripe-signature'] !== undefined) return JSON.stringify([payload, partsOf(headers['stripe-signature'])]);
  const parameters = new URLSearchParams(payload);
  const names = [...new Set(parameters.keys())].sort();
  const said = names.map((name) =>
    [...new Set(parameters.getAll(name))]
      .sort()
      .map((value) => name + value)
      .join(''),
  );
  return JSON.stringify([url, said.join(''), headers['x-twilio-signature']]);
}

/** As Stripe's library reads it: what stands behind the time's digits, or behind a second `=`, is not looked at. */
function partsOf(header: string): string[] {
  const parts = header.split(',').map((part) => part.split('='));
  return parts.flatMap(([name, value = '']) => {
    if (name === 't') return [`t ${Number.parseInt(value, 10)}`];
    return name === 'v1' ? [`v1 ${value}`] : [];
  });
}
