import { expect } from 'vitest';
import { appointOperator } from '../../src/operations/accounts/appoint-operator.ts';
import { newPassword, passwords } from '../../src/providers/passwords.ts';
import { Visitor } from '../support/visitor.ts';
import { test, type World } from '../support/world.ts';

const seo = { email: ' Seo@Giftline.KR ', name: '서지우', locale: 'ko' };

/** As `npm run operator` does beside the running program, with the same secret or another: passwords do not hang on it. */
async function appoints(world: World, who: typeof seo = seo) {
  const password = newPassword();
  const now = () => new Date();
  const { kind } = await appointOperator(
    { store: world.app.store, passwords, now, newId: crypto.randomUUID.bind(crypto) },
    {
      ...who,
      password,
    },
  );
  return { kind, password };
}

test('the first operator comes from the command line, and a lost password is replaced there', async ({ world }) => {
  const first = await appoints(world);
  expect(first).toMatchObject({ kind: 'appointed', password: expect.stringMatching(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/) });
  const visitor = new Visitor(world);
  await visitor.signsIn('seo@giftline.kr', first.password);
  expect(await visitor.opens('/admin')).toMatchObject({
    status: 200,
    html: expect.stringContaining('Shops to approve'),
  });

  const second = await appoints(world);
  expect(second.kind).toBe('renewed');
  expect((await visitor.opens('/admin')).to).toContain('/shop/sign-in');
  expect((await new Visitor(world).signsIn('seo@giftline.kr', first.password)).status).toBe(401);
  const again = new Visitor(world);
  await again.signsIn('seo@giftline.kr', second.password);
  expect((await again.opens('/admin')).status).toBe(200);
  const kept = await world.app.store.read.account.findUniqueOrThrow({ where: { email: 'seo@giftline.kr' } });
  expect(kept.passwordHash).toMatch(/^\$argon2id\$/);
});

test.for([
  ['no address', 'seo at giftline', 'not-an-address'],
  ['an address of the demo people', 'seo@giftline.example', 'demo-address'],
] as const)('%s makes no operator', async ([, email, kind], { world }) => {
  const before = await world.app.store.read.account.count();
  expect(await appoints(world, { ...seo, email })).toMatchObject({ kind });
  expect(await world.app.store.read.account.count()).toBe(before);
});

test('a shop owner does not become an operator by it, and keeps the password', async ({ world }) => {
  await world.app.store.transaction((tx) =>
    tx.account.create({
      data: { id: 'owner', email: 'owner@shop.kr', passwordHash: 'kept', role: 'shop-owner', createdAt: new Date() },
    }),
  );
  expect(await appoints(world, { ...seo, email: 'owner@shop.kr' })).toMatchObject({ kind: 'shop-owner' });
  const kept = await world.app.store.read.account.findUniqueOrThrow({ where: { email: 'owner@shop.kr' } });
  expect(kept).toMatchObject({ role: 'shop-owner', passwordHash: 'kept' });
});
