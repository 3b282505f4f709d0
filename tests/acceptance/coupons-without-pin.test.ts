import { expect } from 'vitest';
import { ChatPerson } from '../chat/chatting.ts';
import { asks, publishes, shopOf } from '../support/coupons.ts';
import { test } from '../support/page-visits.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import { people, type World } from '../support/world.ts';
import { clerkAt } from './at-the-terminal.ts';

const gift = { kind: 'gift-item', item: '식혜 한 잔' } as const;
const problem = (kind: string) => ({ body: { type: `urn:giftline:problem:${kind}` } });

const customerOf = (world: World, phone: string) =>
  world.app.store.read.customer.findUniqueOrThrow({ where: { phone } });

/** Signed up in the chat by the own number alone, and asked shop 102 for something. */
async function askedBy(world: World, phone: string): Promise<ChatPerson> {
  await world.settles();
  const person = await new ChatPerson(world, phone).signsUp();
  const { id } = await customerOf(world, phone);
  expect(await asks(world, id, (await shopOf(world, '102')).id)).toMatchObject({ kind: 'asked' });
  return person;
}

const sendsStrict = async (world: World, change: Parameters<typeof publishes>[2] = {}): Promise<string> => {
  const strict = { title: '식혜', offer: gift, proof: 'strict', audience: 'askers' } as const;
  const campaignId = await publishes(world, '102', { ...strict, ...change });
  await world.settles();
  return campaignId;
};

/** What the QR of the coupon carries that came in this person's chat. */
async function codeIn(world: World, person: ChatPerson): Promise<string> {
  const [code = ''] = await readBarcodes(await world.desk.messenger.picture(await person.sees(/쿠폰이 왔/)), 'QRCode');
  return code;
}

test('EC-03 EC-07 a till hears that the holder has no PIN yet, and no guess is counted; once there is one, it is used', async ({
  world,
}) => {
  const yuna = await askedBy(world, people.yuna);
  await sendsStrict(world);
  const code = await codeIn(world, yuna);
  const till = world.till('102');
  const told = {
    status: 200,
    body: { usable: false, reason: 'no-pin-yet', pinNeeded: 'always', pinClosedUntil: null },
  };
  expect(await till.validates(code)).toMatchObject(told);
  for (const pin of [undefined, '0000', '1111', '2222', '3333', '4444', '5555']) {
    const ask = { code, amount: 0, ...(pin !== undefined && { pin }) };
    expect(await till.redeems(ask)).toMatchObject({ status: 409, ...problem('no-pin-yet') });
  }
  expect(await world.app.store.read.attempt.count({ where: { kind: 'pin' } })).toBe(0);
  const { id } = await customerOf(world, people.yuna);
  expect(await world.app.operations.choosePin(id, '135790')).toEqual({ kind: 'chosen' });
  expect(await till.validates(code)).toMatchObject({ body: { usable: true, reason: null, pinClosedUntil: null } });
  expect(await till.redeems({ code, amount: 0, pin: '000000' })).toMatchObject(problem('wrong-pin'));
  expect(await till.redeems({ code, amount: 0, pin: '135790' })).toMatchObject({ status: 201 });
  expect(await till.redeems({ code, amount: 0, pin: '135790' })).toMatchObject(problem('already-used'));
});

test('EC-03 a coupon that is good for nothing any more sends nobody to make a PIN', async ({ world }) => {
  const yuna = await askedBy(world, people.yuna);
  await sendsStrict(world);
  const code = await codeIn(world, yuna);
  world.passes({ hours: 24 * 31 });
  expect(await world.till('102').validates(code)).toMatchObject({ body: { usable: false, reason: 'expired' } });
  expect(await world.till('102').redeems({ code, amount: 0 })).toMatchObject(problem('expired'));
});

test('EC-03 EC-07 at the scanner the answer is red at once and says what to do', async ({ world, visits }) => {
  const yuna = await askedBy(world, people.yuna);
  await sendsStrict(world);
  const code = await codeIn(world, yuna);
  const clerk = clerkAt(await visits('/terminal'));
  await clerk.signsIn('demo-terminal-102');
  await clerk.sees('Bukchon Table');
  await clerk.scans(code);
  await clerk.seesColour('red');
  await clerk.sees('No PIN yet', /in the Giftline chat, under Settings/);
  const { id } = await customerOf(world, people.yuna);
  await world.app.operations.choosePin(id, '2468');
  await clerk.scans(code);
  await clerk.seesColour('green');
  await clerk.presses('Use the coupon');
  await clerk.types('2468');
  await clerk.enters();
  await clerk.sees('Hand over: 식혜 한 잔', 'Next customer');
});
