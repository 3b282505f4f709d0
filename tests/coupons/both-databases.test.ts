import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buysAndAccepts } from '../acceptance/buying.ts';
import { asks, customers, fetches, ownerOf, publishes, shopOf } from '../support/coupons.ts';
import { temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { World } from '../support/world.ts';

describe.each([
  ['PostgreSQL', temporaryPostgres],
  ['SQLite', temporarySqlite],
] as const)('coupons at the till, on %s', (_, database) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ database: await database() });
  }, 60_000);
  afterAll(() => world.close());

  test('who came before, what was billed, and what an undone use of a stopped sending leaves', async () => {
    const { operations, store } = world.app;
    const by = await ownerOf(world, '101');
    const { id: shopId } = await shopOf(world, '101');
    const till = world.till('101');
    const [one = '', other = ''] = await customers(world, 2);
    const first = await publishes(world, '101');
    await fetches(world, one, first);
    const { serial } = await store.read.voucher.findFirstOrThrow({ where: { campaignId: first } });
    const use = { code: serial, amount: 12_345_678 };
    const used = await till.redeems(use, 'till-1-1795234567896');
    expect(await till.redeems(use, 'till-1-1795234567896')).toEqual(used);
    expect(await till.redeems({ ...use, amount: 1 }, 'till-1-1795234567896')).toMatchObject({ status: 422 });
    expect(await operations.statisticsOf({ by, campaignId: first })).toMatchObject({
      withdrawn: 0,
      billed: { minor: 12_345_678n },
      off: { minor: 5_000n },
    });
    for (const id of [one, other]) await asks(world, id, shopId);
    const second = await publishes(world, '101', { audience: 'askers', title: '두 번째' });
    await operations.runPublications();
    const given = await store.read.voucher.findMany({ where: { campaignId: second }, orderBy: { customerId: 'asc' } });
    expect(Object.fromEntries(given.map((row) => [row.customerId, row.holderKind]))).toEqual({
      [one]: 'returning',
      [other]: 'new',
    });
    const again = await till.redeems({ code: given[0]?.serial, amount: 10_000 });
    await operations.stopPublication({ by, campaignId: second });
    expect(await till.rollsBack(again.body.id)).toMatchObject({ body: { couponState: 'withdrawn' } });
    expect(await operations.demandOf(shopId)).toMatchObject({ asking: 2 });
    expect(await operations.askingWithoutPin(shopId)).toBe(2);
    expect(await operations.showCampaign({ by, campaignId: second })).toMatchObject({
      taken: 0,
      withdrawn: 2,
      used: 0,
    });
    const [remade, twice] = await Promise.all([1, 2].map(() => operations.remakeCampaign({ by, campaignId: second })));
    expect(remade).toMatchObject({ kind: 'kept' });
    expect(twice).toEqual(remade);
    await world.settles();
    await world.isSound();
  });

  test('a holder whose PIN is closed is known to be so', async () => {
    const number = await buysAndAccepts(world);
    const till = world.till('101');
    for (let guess = 0; guess < 5; guess++) await till.redeems({ code: number, pin: '0000', amount: 1_000 });
    expect((await till.validates(number)).body.pinClosedUntil).toBe('2026-11-20T03:15:00.000Z');
  });
});
