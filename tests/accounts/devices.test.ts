import { expect } from 'vitest';
import { ChatPerson } from '../chat/chatting.ts';
import { Visitor } from '../support/visitor.ts';
import { people, test, World } from '../support/world.ts';
import { entryOf, password, registers } from './owners.ts';

const park = { email: 'park@halla.example', password: 'demo-shop-101' };
const devices = 'giftline-devices';

const guesses = async (visitor: Visitor, guess: string, email = park.email): Promise<number> => {
  await visitor.opens('/shop/sign-in');
  return (await visitor.submits('/shop/sign-in', { email, password: guess })).status;
};

/** Ten callers with five guesses each: all that an address may be guessed in a day. */
async function strangersGuess(world: World, email = park.email): Promise<void> {
  for (let caller = 1; caller <= 10; caller++) {
    const from = `203.0.113.${caller}`;
    const tries = Array.from({ length: 5 }, () => world.app.operations.signInAccount({ email, password: 'no', from }));
    await Promise.all(tries);
  }
}

test('guesses from everywhere shut out strangers, and no browser that its owner signed in with before', {
  timeout: 60_000,
}, async ({ world }) => {
  const owner = new Visitor(world, '198.51.100.1');
  await owner.opens('/shop/sign-in');
  const signedIn = await owner.submits('/shop/sign-in', park);
  expect(String(signedIn.headers['set-cookie'])).toMatch(
    /giftline-devices=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict/,
  );
  await owner.follows('/shop');
  await owner.submits('/shop/sign-out');
  expect(owner.cookies.has(devices)).toBe(true);
  await strangersGuess(world);
  expect(await guesses(new Visitor(world, '198.51.100.2'), park.password)).toBe(429);
  expect(await guesses(owner, park.password)).toBe(303);
  await owner.follows('/shop');
  await owner.submits('/shop/sign-out');
  // Its own budget is narrow, and nobody else's.
  for (let n = 0; n < 5; n++) expect(await guesses(owner, 'guess')).toBe(401);
  expect(await guesses(owner, park.password)).toBe(429);
  world.passes({ minutes: 15 });
  expect(await guesses(owner, park.password)).toBe(303);
  expect(owner.cookies.get(devices)).toMatch(/^[\w-]{22}[A-Z2-7]{26}$/);
  const kept = JSON.stringify(await world.app.store.read.attempt.findMany());
  expect(kept).not.toContain(owner.cookies.get(devices)?.slice(0, 22));
});

test('what a browser keeps is good for the accounts that signed in there, with the password they had', {
  timeout: 60_000,
}, async ({ world }) => {
  const shared = new Visitor(world, '198.51.100.1');
  expect(await guesses(shared, park.password)).toBe(303);
  await shared.follows('/shop');
  await shared.submits('/shop/sign-out');
  expect(await guesses(shared, 'demo-shop-102', 'hoon@mail.example')).toBe(303);
  await shared.follows('/shop');
  await shared.submits('/shop/sign-out');
  await strangersGuess(world);
  await strangersGuess(world, 'admin@giftline.example');
  expect(await guesses(shared, park.password)).toBe(303);
  await shared.follows('/shop');
  await shared.submits('/shop/sign-out');
  expect(await guesses(shared, 'demo-admin', 'admin@giftline.example')).toBe(429);
  const ownToken = shared.cookies.get(devices)?.split('.')[0] ?? '';
  const forged = new Visitor(world, '198.51.100.3');
  for (const cookie of [
    `${'A'.repeat(48)}`,
    ownToken.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    `${'x'.repeat(5_000)}`,
    '...',
    '%00',
  ]) {
    forged.cookies.set(devices, cookie);
    expect(await guesses(forged, park.password)).toBe(429);
  }
  const { store } = world.app;
  const { passwordHash } = await store.read.account.findUniqueOrThrow({ where: { email: 'hoon@mail.example' } });
  // Another password, here another owner's: the browser is a stranger again.
  await store.transaction((tx) => tx.account.update({ where: { email: park.email }, data: { passwordHash } }));
  expect(await guesses(shared, 'demo-shop-102')).toBe(429);
});

test('whoever registers is known in that browser', { timeout: 60_000 }, async ({ world }) => {
  const { owner } = await registers(world, '별다방', 'han@byeol.test');
  await owner.submits('/shop/sign-out');
  await strangersGuess(world, 'han@byeol.test');
  expect(await guesses(owner, password, 'han@byeol.test')).toBe(303);
});

test('all addresses of an IPv6 customer are one caller', async ({ world }) => {
  const { signInAccount } = world.app.operations;
  const wrong = (n: number) => signInAccount({ ...park, password: 'no', from: `2001:db8:1:2::${n}` });
  const kinds = (await Promise.all(Array.from({ length: 8 }, (_, n) => wrong(n)))).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(5);
  expect(await signInAccount({ ...park, from: '2001:db8:1:3::1' })).toMatchObject({ kind: 'signed-in' });
  const fourTimes = async (from: string) => (await signInAccount({ ...park, password: 'no', from })).kind;
  for (const from of ['203.0.113.7', '::ffff:203.0.113.7', '203.0.113.7', '::ffff:203.0.113.7', '203.0.113.7']) {
    expect(await fourTimes(from)).toBe('wrong');
  }
  expect(await fourTimes('::ffff:203.0.113.7')).toBe('closed');
});

test('registrations of one IPv6 customer are counted together', { timeout: 60_000 }, async () => {
  const world = await World.open({ limits: { registrationsPerCaller: { most: 2, withinMs: 86_400_000 } } });
  for (const n of [1, 2]) await registers(world, `가게 ${n}`, `owner-${n}@byeol.test`, `2001:db8:9:9::${n}`);
  const third = new Visitor(world, '2001:db8:9:9::3');
  await third.opens('/shop/register');
  const fields = { ...entryOf('가게 3'), ownerName: '한별', ownerEmail: 'three@byeol.test', password };
  expect((await third.submits('/shop/register', fields)).status).toBe(429);
  await world.close();
});

test('an owner is called by the cleaned name, and no address with a card number is kept', async ({ world }) => {
  const registers = async (ownerName: string, ownerEmail: string, email = 'news@byeol.test') => {
    const owner = new Visitor(world);
    await owner.opens('/shop/register');
    return owner.submits('/shop/register', { ...entryOf('별다방', { email }), ownerName, ownerEmail, password });
  };
  expect((await registers('  한\u202e별\u0007\n ', 'han@byeol.test')).status).toBe(303);
  const { name } = await world.app.store.read.account.findUniqueOrThrow({ where: { email: 'han@byeol.test' } });
  expect(name).toBe('한별');
  const own = await registers('한별', '4242424242424242@byeol.test');
  expect([own.status, own.html.includes('id="ownerEmail-fault"'), own.html.includes('like a card number')]).toEqual([
    422,
    true,
    true,
  ]);
  const shops = await registers('한별', 'other@byeol.test', '4242-4242-4242-4242@byeol.test');
  expect([shops.status, shops.html.includes('id="email-fault"')]).toEqual([422, true]);
  const yuna = new ChatPerson(world, people.yuna);
  await yuna.signsUp();
  await yuna.presses(/설정/);
  await yuna.presses(/이메일/);
  await yuna.writes('4242424242424242@mail.example');
  await yuna.sees(/카드 번호처럼 보이는/);
  expect(await world.app.store.read.outboxMessage.count({ where: { kind: 'email-link' } })).toBe(0);
});
