import { expect, vi } from 'vitest';
import { passwords } from '../../src/providers/passwords.ts';
import { test, World } from '../support/world.ts';

const park = { email: 'park@halla.example', password: 'demo-shop-101', from: '203.0.113.7' };

test('a session renews itself; the token before is good for half a minute, and no other way in is left open', async ({
  world,
}) => {
  const { signInAccount, accountBySession, signOutAccount } = world.app.operations;
  const signedIn = await signInAccount({ ...park, email: ' Park@HALLA.example ' });
  if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
  expect(signedIn.account).toMatchObject({ email: 'park@halla.example', role: 'shop-owner', name: '박소라' });
  const { token } = signedIn;
  const kept = await world.app.store.read.session.findMany();
  expect(JSON.stringify(kept)).not.toContain(token);

  world.passes({ minutes: 14 });
  expect(await accountBySession(token)).toMatchObject({ renewed: null });
  world.passes({ minutes: 1 });
  const both = await Promise.all([accountBySession(token), accountBySession(token)]);
  const [renewed, ...more] = both.flatMap((one) => one?.renewed ?? []);
  expect(more).toEqual([]);
  expect(renewed).toMatch(/^[\w-]{43}$/);
  world.passes({ seconds: 30 });
  expect(await accountBySession(token)).toMatchObject({ renewed: null });
  world.passes({ seconds: 1 });
  expect(await accountBySession(token)).toBeNull();

  expect(await accountBySession(renewed ?? '')).not.toBeNull();
  world.passes({ hours: 11, minutes: 40 });
  const later = await accountBySession(renewed ?? '');
  expect(later?.renewed).toBeTruthy();
  world.passes({ hours: 12 });
  expect(await accountBySession(later?.renewed ?? '')).toBeNull();

  const again = await signInAccount(park);
  if (again.kind !== 'signed-in') throw new Error(again.kind);
  await signOutAccount(again.token);
  expect(await accountBySession(again.token)).toBeNull();
  expect(await world.app.store.read.session.count()).toBe(0);
});

test('whoever stays signed in all week signs in again after seven days', async ({ world }) => {
  const { signInAccount, accountBySession } = world.app.operations;
  const signedIn = await signInAccount(park);
  if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
  let token = signedIn.token;
  let days = 0;
  for (; days < 10; days += 0.25) {
    world.passes({ hours: 6 });
    const session = await accountBySession(token);
    if (!session) break;
    token = session.renewed ?? token;
  }
  expect(days).toBe(6.75);
});

test('wrong passwords close the door for that caller and address alone, and twenty at once are no way around', async ({
  world,
}) => {
  const { signInAccount } = world.app.operations;
  const wrong = { ...park, password: 'not it' };
  const tries = await Promise.all(Array.from({ length: 20 }, () => signInAccount(wrong)));
  const kinds = tries.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(5);
  expect(kinds.filter((kind) => kind === 'closed')).toHaveLength(15);
  expect(await signInAccount(park)).toMatchObject({ kind: 'closed' });
  expect(await signInAccount({ ...park, from: '203.0.113.8' })).toMatchObject({ kind: 'signed-in' });
  expect(await signInAccount({ ...park, email: 'hoon@mail.example', password: 'demo-shop-102' })).toMatchObject({
    kind: 'signed-in',
  });
  world.passes({ minutes: 15 });
  expect(await signInAccount(park)).toMatchObject({ kind: 'signed-in' });
  const kept = JSON.stringify(await world.app.store.read.attempt.findMany());
  expect(kept).not.toMatch(/halla|203\.0/);

  // One caller, many addresses: thirty in an hour, known or not.
  const from = '198.51.100.1';
  const spread = await Promise.all(
    Array.from({ length: 40 }, (_, n) => signInAccount({ email: `owner${n}@shop.example`, password: 'guess', from })),
  );
  expect(spread.filter(({ kind }) => kind === 'wrong')).toHaveLength(30);
});

test('of an address that nobody has a password is looked at too, at the same cost', async ({ world }) => {
  const { signInAccount } = world.app.operations;
  const looks = vi.spyOn(passwords, 'matches');
  const guess = { password: 'guess', from: '203.0.113.9' };
  for (const email of [park.email, 'nobody@shop.example', 'x'.repeat(5_000)]) {
    expect(await signInAccount({ email, ...guess })).toEqual({ kind: 'wrong' });
  }
  expect(looks.mock.calls.map(([typed, hashed]) => [typed, hashed === null])).toEqual([
    ['guess', false],
    ['guess', true],
    ['guess', true],
  ]);
  looks.mockRestore();
});

test('in production the published accounts open nothing, and nobody registers under their domain', async () => {
  const world = await World.open({ limits: { refuseDemoKeys: true } });
  expect(await world.app.operations.signInAccount(park)).toEqual({ kind: 'wrong' });
  await world.close();
});
