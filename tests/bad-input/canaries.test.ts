import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { figure } from '../support/figure.ts';
import { World } from '../support/world.ts';
import { fromStripe, fromTwilio, newSid, send } from './signed.ts';

const canaries = 50;

/** A PIN, a number, a name and a card (by its check digit one that could exist) that occur nowhere else. */
function canary(nth: number) {
  const card = `4${String(100_000_000_000_00 + nth * 1_000_003)}`;
  return {
    card: `${card}${checkDigit(card)}`,
    pin: String(700_000 + nth * 101 + randomInt(100)),
    phone: `+8210${71_000_000 + nth * 1_013}`,
    name: `카나리${String.fromCodePoint(0xac00 + nth * 29)}${String.fromCodePoint(0xb098 + nth * 31)}`,
  };
}

/** Luhn's, behind fifteen digits. */
function checkDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

test('50 canaries (PINs, numbers, names, cards) go through every door, and none of them stands in the log', {
  timeout: 60_000,
}, async () => {
  const world = await World.open({ env: { LOG_LEVEL: 'trace' } });
  const planted = Array.from({ length: canaries }, (_, nth) => canary(nth));
  for (const one of planted) await isEverywhere(world, one);
  await world.settles();
  expect(world.log.length).toBeGreaterThan(canaries * 5);
  const log = world.log.join('\n');
  const seen = planted.flatMap(({ pin, phone, name, card }) =>
    [pin, phone, phone.slice(1), `0${phone.slice(3)}`, name, encodeURIComponent(name), card].filter((secret) =>
      log.includes(secret),
    ),
  );
  figure('50 canaries in traffic', { planted: planted.length, 'lines of log': world.log.length, seen: seen.length });
  expect(seen).toEqual([]);
  for (const secret of [
    '2580',
    world.accounts.twilio.authToken,
    world.accounts.stripe.webhookSecret,
    'demo-terminal-101',
  ])
    expect([secret, log.includes(secret)]).toEqual([secret, false]);
  await world.isSound();
  await world.close();
});

async function isEverywhere(world: World, { pin, phone, name, card }: ReturnType<typeof canary>): Promise<void> {
  await call(world, { phone, name }, ['1', '100001', pin]);
  await call(world, { phone, name }, ['1', card, card, card]);
  await call(world, { phone, name }, ['1', '100001', '2580', '101', '1', `0${phone.slice(3)}`, '1', '2', '1']);
  const text = { MessageSid: newSid('SM'), From: phone, To: world.line };
  for (const Body of [pin, `11 ${pin}`, name, `${name} ${phone}`, card])
    await send(
      world,
      fromTwilio(world, '/sms/incoming', { ...text, MessageSid: newSid('SM'), Body, ProfileName: name }),
    );
  await send(
    world,
    fromTwilio(world, '/sms/status?message=a-1', {
      MessageSid: text.MessageSid,
      MessageStatus: 'failed',
      To: phone,
    }),
  );
  await send(world, { ...fromTwilio(world, '/sms/incoming', { ...text, Body: pin }), headers: {} });
  const intent = { object: 'payment_intent', metadata: { hold: name }, receipt_email: `${pin}@example.com`, card };
  await send(
    world,
    fromStripe(
      world,
      JSON.stringify({ id: 'evt', object: 'event', type: 'payment_intent.succeeded', data: { object: intent } }),
    ),
  );
  await send(world, fromStripe(world, `{"broken": "${name} ${pin}`));
  const till = world.till('101');
  await till.redeems({ phone, pin, amount: 1_000 });
  await till.redeems({ code: name, pin, amount: 1_000, name });
  await till.validates(`${name}${pin}`);
  await till.validates(card);
  await till.redeems({ code: card, pin, amount: 1_000 });
  for (const path of [`/w/${pin}${pin}`, `/w/${card}`, `/g/${pin}${pin}`, `/${name}?pin=${pin}`, `/cards/${pin}.jpg`])
    await (await fetch(world.url + path, { headers: { 'user-agent': encodeURIComponent(name) } })).arrayBuffer();
  await page(world, `/g/${pin}${pin}/accept`, { pin, again: pin, name });
  await page(world, `/w/${pin}${pin}/return`, { pin, name });
}

const page = async ({ url }: World, path: string, form: Record<string, string>): Promise<void> =>
  void (await (await fetch(url + path, { method: 'POST', body: new URLSearchParams(form) })).arrayBuffer());

async function call(world: World, { phone, name }: { phone: string; name: string }, keys: string[]): Promise<void> {
  const form = { CallSid: newSid('CA'), From: phone, To: world.line, CallerName: name };
  let action: string | undefined = '/ivr/incoming';
  for (const Digits of ['', ...keys, '', '', '']) {
    if (action === undefined) break;
    const { body } = await send(world, fromTwilio(world, action, { ...form, Digits }));
    action = /<Redirect[^>]*>([^<]+)</.exec(body)?.[1]?.replaceAll('&amp;', '&');
  }
  await send(world, fromTwilio(world, '/ivr/status', { ...form, CallStatus: 'completed' }));
}
