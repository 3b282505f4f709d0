import { expect } from 'vitest';
import { asks, customers, publishes, shopOf } from '../support/coupons.ts';
import { Visitor } from '../support/visitor.ts';
import { test, type World } from '../support/world.ts';

async function ownerOf(world: World): Promise<Visitor> {
  const owner = new Visitor(world);
  expect((await owner.signsIn('park@halla.example', 'demo-shop-101')).status).toBe(200);
  return owner;
}

const inKorean = { 'accept-language': 'ko' };

test('RC-07 a threshold of one person is said of one person, and one that is met exactly is met', async ({ world }) => {
  const { id } = await shopOf(world, '101');
  const threshold = (count: number) =>
    world.app.store.transaction((tx) => tx.shop.update({ where: { id }, data: { threshold: count } }));
  await threshold(1);
  const owner = await ownerOf(world);
  expect((await owner.opens(`/shop/${id}`, inKorean)).html).toContain('한 분이라도 요청하면 알려 드립니다.');
  expect((await owner.opens(`/shop/${id}`)).html).toContain('We tell you as soon as anybody asks.');
  for (const person of await customers(world, 2)) await asks(world, person, id);
  await threshold(2);
  expect((await owner.opens(`/shop/${id}`, inKorean)).html).toContain('알림 기준을 채웠습니다.');
});

test('RC-08 a new coupon begins with what most customers ask for, where that is a percentage or an amount', async ({
  world,
}) => {
  const { id } = await shopOf(world, '101');
  const owner = await ownerOf(world);
  const begins = async () => {
    const { to } = await owner.submits(`/shop/${id}/coupons`);
    const { html } = await owner.opens(to ?? '');
    const [, kind] = /name="kind" value="([\w-]+)" checked/.exec(html) ?? [];
    const standsIn = (name: string) => new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1];
    await owner.submits((to ?? '').replace('/offer', '/discard'));
    return [kind, standsIn('percent'), standsIn('minor')];
  };
  expect(await begins()).toEqual(['percentage', '10', undefined]);
  const people = await customers(world, 6);
  const wants = [
    { kind: 'percentage', percent: 15 },
    { kind: 'amount', minor: 7_000n },
    { kind: 'amount', minor: 7_000n },
    { kind: 'gift-item', item: 'tea' },
    { kind: 'gift-item', item: 'tea' },
    { kind: 'gift-item', item: 'tea' },
  ] as const;
  const asked = async (from: number, to: number) => {
    for (const [at, want] of wants.entries()) {
      const customerId = people[at];
      if (customerId === undefined || at < from || at >= to) continue;
      await world.app.operations.askForCoupon({ customerId, shopId: id, want, words: null });
    }
  };
  await asked(0, 1);
  expect(await begins()).toEqual(['percentage', '15', undefined]);
  await asked(1, 3);
  expect(await begins()).toEqual(['amount', undefined, '7000']);
  // What is wanted in words is no offer yet.
  await asked(3, 6);
  expect(await begins()).toEqual(['percentage', '10', undefined]);
});

test('a choice that was not made is to be made, and too small a stock is told how large it has to be', async ({
  world,
}) => {
  const owner = await ownerOf(world);
  const { id } = await shopOf(world, '101');
  await owner.opens('/shop/new', inKorean);
  const seen = await owner.submits('/shop/new', { name: '별다방', threshold: '20' }, inKorean);
  expect(seen.html).toContain('업종: 목록에서 골라 주세요.');
  for (const person of await customers(world, 3)) await asks(world, person, id);
  const { to } = await owner.submits(`/shop/${id}/coupons`);
  const terms = { validFrom: '2026-11-22', validUntil: '2026-12-22', audience: 'askers', stock: '2', go: 'next' };
  const step = (to ?? '').replace('/offer', '/terms');
  const version = /name="version" value="(\d+)"/.exec((await owner.opens(step)).html)?.[1] ?? '';
  const few = await owner.submits(step, { ...terms, version }, inKorean);
  expect(few.html).toContain('3 이상을 적거나 비워 주세요.');
  const campaignId = await publishes(world, '101', { audience: 'askers' });
  await world.app.operations.runPublications();
  await owner.opens(`/shop/coupons/${campaignId}`);
  const out = await owner.submits(`/shop/coupons/${campaignId}/stock`, { stock: '2' }, inKorean);
  expect(out.html).toContain('이미 3장이 나갔습니다. 3 이상을 적거나 비워 주세요.');
});
