import fc from 'fast-check';
import { expect } from 'vitest';
import { buys } from '../acceptance/buying.ts';
import { people, test, type World } from '../support/world.ts';
import { rowCounts } from './row-counts.ts';
import { fromTwilio, newSid, send, type Webhook } from './signed.ts';

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

test('every well-signed text is taken, whatever people write in it', async ({ world }) => {
  for (const body of [...texts, texts.join(' ')]) {
    const text = fromTwilio(world, '/sms/incoming', {
      MessageSid: newSid('SM'),
      From: people.yuna,
      To: world.line,
      Body: body,
    });
    expect([body, (await send(world, text)).statusCode]).toEqual([body, 200]);
    const call = fromTwilio(world, `/ivr/incoming?said=${encodeURIComponent(body)}`, {
      CallSid: newSid('CA'),
      From: people.jisu,
      To: world.line,
      CallerName: body,
    });
    expect([body, (await send(world, call)).statusCode]).toEqual([body, 200]);
  }
  expect(await world.app.store.read.inboundText.count()).toBe(texts.length + 1);
});

test('of 10,000 webhooks that were changed on the way none is taken', { timeout: 120_000 }, async ({ world }) => {
  await buys(world);
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
    { numRuns: Math.ceil(mutants * 1.15), endOnFailure: true },
  );
  process.stdout.write(`${sent.changed} changed webhooks, ${accepted} accepted; ${sent.same} are signed alike\n`);
  expect(sent.changed).toBeGreaterThanOrEqual(mutants);
  expect(await rowCounts(world)).toEqual(before);
});

const genuine = (world: World): fc.Arbitrary<Webhook> =>
  fc
    .record({
      path: fc.constantFrom(
        '/sms/incoming',
        '/ivr/incoming',
        '/ivr/status',
        '/sms/status?message=a-1',
        '/ivr/turn?step=menu&state=abc',
      ),
      body: fc.constantFrom('2580', '2', ...texts),
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

const signature = ({ headers }: Webhook): string => headers['x-twilio-signature'] ?? '';
const resigned = (one: Webhook, other: string): Webhook => ({
  ...one,
  headers: { ...one.headers, 'x-twilio-signature': other },
});

/**
 * What Twilio's signature is over: the address, and each name with its values behind it, in the names' order, a value
 * said twice counted once. Nothing stands between name and value, so `Body=2` and `Body2=` are signed alike.
 * Source: https://www.twilio.com/docs/usage/security#validating-requests
 */
function signedPart({ url, payload, headers }: Webhook): string {
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
