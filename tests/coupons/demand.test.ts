import { expect } from 'vitest';
import { asks, customers, publishes, shopOf } from '../support/coupons.ts';
import { test } from '../support/world.ts';

test('RC-06 the shop is told once at its threshold, and again only when the demand has doubled', async ({ world }) => {
  const { operations, store } = world.app;
  const shop = await shopOf(world, '102');
  await store.transaction((tx) => tx.shop.update({ where: { id: shop.id }, data: { threshold: 3 } }));
  const told = () => store.read.outboxMessage.findMany({ where: { kind: 'demand-reached' }, orderBy: { id: 'asc' } });
  const ids = await customers(world, 7);
  const [one = '', two = ''] = ids;
  for (const id of ids.slice(0, 2)) await asks(world, id, shop.id);
  await operations.withdrawRequest({ customerId: one, shopId: shop.id });
  await asks(world, one, shop.id);
  expect(await told()).toEqual([]);
  await asks(world, ids[2] ?? '', shop.id);
  expect((await told()).map(({ facts }) => JSON.parse(facts))).toMatchObject([{ asking: 3, threshold: 3 }]);
  // Down and up again, a changed mind, a fourth and a fifth: nothing new.
  await operations.withdrawRequest({ customerId: two, shopId: shop.id });
  await asks(world, two, shop.id);
  expect(await asks(world, two, shop.id, 30)).toMatchObject({ changed: true, asking: 3 });
  world.passes({ minutes: 1 });
  for (const id of ids.slice(3, 5)) await asks(world, id, shop.id);
  expect(await told()).toHaveLength(1);
  await asks(world, ids[5] ?? '', shop.id);
  expect((await told()).map(({ recipient, facts }) => [recipient, JSON.parse(facts).asking])).toEqual([
    ['hoon@mail.example', 3],
    ['hoon@mail.example', 6],
  ]);
  // RC-05, RC-07: counts and wishes, and nobody's name or number.
  expect(await operations.demandOf(shop.id)).toEqual({
    asking: 6,
    threshold: 3,
    wants: [
      { want: { kind: 'percentage', percent: 20 }, count: 5 },
      { want: { kind: 'percentage', percent: 30 }, count: 1 },
    ],
    words: [],
  });
  expect((await operations.demandByDay(shop.id)).at(-1)).toEqual({ day: '2026-11-20', count: 8 });
});

test('RC-04 a request lapses after sixty days, and whoever asked is told', async ({ world }) => {
  const { operations, store } = world.app;
  const shop = await shopOf(world, '102');
  const [id = ''] = await customers(world, 1);
  await asks(world, id, shop.id);
  world.passes({ days: 59 });
  expect(await operations.lapseRequests()).toBe(0);
  world.passes({ days: 1 });
  expect(await operations.lapseRequests()).toBe(1);
  expect(await operations.requestsOf(id)).toMatchObject([{ state: 'lapsed' }]);
  expect(await store.read.outboxMessage.count({ where: { kind: 'request-lapsed' } })).toBe(1);
  await asks(world, id, shop.id);
  expect(await operations.requestsOf(id)).toMatchObject([{ state: 'open' }, { state: 'lapsed' }]);
});

test('RC-04 what cannot be asked for is refused, each for its reason', async ({ world }) => {
  const { operations } = world.app;
  const shop = await shopOf(world, '102');
  const [customerId = ''] = await customers(world, 1);
  const ask = (want: Parameters<typeof operations.askForCoupon>[0]['want'], words: string | null = null) =>
    operations.askForCoupon({ customerId, shopId: shop.id, want, words });
  expect(await ask({ kind: 'percentage', percent: 91 })).toEqual({ kind: 'percent-out-of-range', most: 90 });
  expect(await ask({ kind: 'percentage', percent: 12.5 })).toMatchObject({ kind: 'percent-out-of-range' });
  expect(await ask({ kind: 'amount', minor: 0n })).toMatchObject({ kind: 'amount-out-of-range' });
  expect(await ask({ kind: 'gift-item', item: '  ' })).toMatchObject({ kind: 'item', because: { kind: 'empty' } });
  expect(await ask({ kind: 'gift-item', item: '가'.repeat(41) })).toMatchObject({
    because: { kind: 'too-long', most: 40 },
  });
  const card = '4242 4242 4242 4242';
  expect(await ask({ kind: 'percentage', percent: 20 }, card)).toMatchObject({
    kind: 'words',
    because: { kind: 'card-number' },
  });
  expect(await ask({ kind: 'gift-item', item: '<b>식혜</b> 한 잔' }, '늘 갑니다 ❤️')).toMatchObject({ kind: 'asked' });
  expect(await operations.demandOf(shop.id)).toMatchObject({
    wants: [{ want: { kind: 'gift-item', item: '<b>식혜</b> 한 잔' } }],
    words: ['늘 갑니다 ❤️'],
  });
});

test('RC-12 what somebody asked for, got and used says what fits them', async ({ world }) => {
  const { operations } = world.app;
  const [music, table] = [await shopOf(world, '101'), await shopOf(world, '102')];
  const [id = '', quiet = ''] = await customers(world, 2);
  await asks(world, id, table.id);
  await publishes(world, '102', { audience: 'askers' });
  await operations.runPublications();
  const [voucher] = await operations.vouchersOf(id);
  await world.till('102').redeems({ code: voucher?.serial, amount: 20_000 });
  await asks(world, id, music.id);
  const fitting = await publishes(world, '102', { title: '점심 할인' });
  await publishes(world, '101', { title: '기타 줄' });
  expect(await operations.historyOf(id)).toMatchObject({
    asked: 2,
    got: 1,
    used: 1,
    saved: [{ minor: 4_000n, currency: 'KRW' }],
    months: [{ month: '2026-11', asked: 2, got: 1, used: 1 }],
    trades: [
      { trade: 'restaurant', asked: 1, got: 1, used: 1 },
      { trade: 'retail', asked: 1, got: 0, used: 0 },
    ],
    fits: [{ campaignId: fitting }, { shop: { code: '101' } }],
  });
  expect(await operations.historyOf(quiet)).toMatchObject({ asked: 0, months: [{ asked: 0 }], fits: [] });
});

test('RC-02 RC-03 shops are found by trade, by name however it is written, and wished for', async ({ world }) => {
  const { operations, store } = world.app;
  const codes = async (text: string) => (await operations.searchShops({ text, limit: 5 })).map(({ code }) => code);
  expect(await operations.listTrades()).toContainEqual({ trade: 'restaurant', shops: 1 });
  expect(await operations.shopsOfTrade({ trade: 'restaurant', after: null, limit: 9 })).toMatchObject([
    { code: '102' },
  ]);
  expect(await codes('북촌 식당')).toEqual(['102']);
  expect(await codes('halla')).toEqual(['101']);
  expect(await codes('103')).toEqual(['103']);
  expect(await codes('종로')).toEqual(['102']);
  expect(await codes('없는 곳')).toEqual([]);
  const [customerId = ''] = await customers(world, 1);
  const wish = { customerId, name: '골목 빵집', place: '연남동' };
  expect(await operations.wishForShop(wish)).toEqual({ kind: 'wished' });
  expect(await operations.wishForShop(wish)).toEqual({ kind: 'wished' });
  expect(await store.read.shopWish.count()).toBe(1);
  expect(await store.read.outboxMessage.findMany({ where: { kind: 'operator-news' } })).toMatchObject([
    { channel: 'email', recipient: 'admin@giftline.example' },
  ]);
});
