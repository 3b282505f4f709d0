import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asks, customers, fetches, publishes, shopOf } from '../support/coupons.ts';
import { temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { figure } from '../support/figure.ts';
import { World } from '../support/world.ts';

const kinds = (answers: { kind: string }[]): Record<string, number> => {
  const count: Record<string, number> = {};
  for (const { kind } of answers) count[kind] = (count[kind] ?? 0) + 1;
  return count;
};

describe.each([
  ['SQLite', temporarySqlite],
  ['PostgreSQL', temporaryPostgres],
])('the store of coupons on %s', (name, make) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open({ database: await make() });
  });
  afterAll(() => world.close());

  test('EC-04 a thousand who race for a hundred coupons get exactly a hundred', async () => {
    const campaignId = await publishes(world, '101', { stock: 100 });
    const racers = await customers(world, 1_000);
    const begun = performance.now();
    const answers = await Promise.all(racers.map((id) => fetches(world, id, campaignId)));
    const seconds = (performance.now() - begun) / 1_000;
    expect(kinds(answers)).toEqual({ fetched: 100, 'none-left': 900 });
    expect(await world.app.operations.showOffer(campaignId)).toMatchObject({ left: 0 });
    figure(`1,000 downloads racing for 100 coupons on ${name}`, {
      fetched: 100,
      'a second': Math.round(1_000 / seconds),
    });
  });

  test('EC-06 one who presses twenty times at once has one coupon', async () => {
    const campaignId = await publishes(world, '101', { stock: 5 });
    const [id = ''] = await customers(world, 1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetches(world, id, campaignId)));
    expect(kinds(answers)).toEqual({ fetched: 1, 'already-yours': 19 });
    expect(await world.app.operations.showOffer(campaignId)).toMatchObject({ left: 4 });
  });

  test('RC-10 what is kept for those who asked cannot be fetched away by others', async () => {
    const shop = await shopOf(world, '101');
    const askers = await customers(world, 30);
    await Promise.all(askers.map((id) => asks(world, id, shop.id)));
    const campaignId = await publishes(world, '101', { stock: 40 });
    const others = await customers(world, 50);
    const answers = await Promise.all([
      world.app.operations.runPublications(),
      ...others.map((id) => fetches(world, id, campaignId).then(({ kind }) => kind)),
    ]);
    expect(answers.filter((answer) => answer === 'fetched')).toHaveLength(10);
    await world.app.operations.runPublications();
    for (const id of askers) expect(await world.app.operations.vouchersOf(id)).toMatchObject([{ campaignId }]);
  });

  test('EC-04 EC-13 none after the deadline, and a fetched one ends with its own days', async () => {
    const deadline = new Date(world.now().getTime() + 3_600_000);
    const campaignId = await publishes(world, '101', { downloadsUntil: deadline, validDays: 3 });
    const [early = '', late = ''] = await customers(world, 2);
    // Noon in Seoul on the 20th: three days more are up at the midnight that ends the 23rd.
    expect(await fetches(world, early, campaignId)).toMatchObject({
      kind: 'fetched',
      voucher: { expiresAt: new Date('2026-11-23T15:00:00.000Z') },
    });
    world.passes({ hours: 1 });
    expect(await fetches(world, late, campaignId)).toEqual({ kind: 'deadline-passed', on: deadline });
    world.passes({ days: 4 });
    await world.app.operations.expireVouchers();
    expect(await world.app.operations.vouchersOf(early)).toMatchObject([{ state: 'expired' }]);
  });

  test('after all of it every truth of the audit holds', async () => {
    await world.isSound();
  });
});
