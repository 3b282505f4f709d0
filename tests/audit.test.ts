import Database from 'better-sqlite3';
import { test as base, expect } from 'vitest';
import { audit } from '../src/operations/audit/audit.ts';
import { buysAndAccepts } from './acceptance/buying.ts';
import { customers, fetches, publishes } from './support/coupons.ts';
import { openTestStore } from './support/database.ts';
import { World } from './support/world.ts';

/** What would be wrong, written behind the back of every guard, and the truth that it breaks. */
const wrongs: [says: string, truth: number, sql: string][] = [
  ['a posting is changed', 1, `UPDATE Posting SET amount = amount + 1 WHERE account = 'cash'`],
  ['a balance is raised', 2, `UPDATE Certificate SET balance = balance + 1`],
  ['a certificate disappears', 3, `DELETE FROM Gift; DELETE FROM Redemption; DELETE FROM Certificate`],
  ['money is captured twice in the books', 3, `UPDATE Hold SET amount = amount * 2`],
  ['a redemption was never booked', 4, `UPDATE LedgerEntry SET key = 'redemption:nobody' WHERE kind = 'redemption'`],
  [
    'a hold is forgotten',
    5,
    `UPDATE Hold SET state = 'open', settledAt = NULL, expiresAt = '2020-01-01T00:00:00.000Z'`,
  ],
  ['a use belongs to another shop', 6, `UPDATE Redemption SET shopId = (SELECT id FROM Shop WHERE code = '102')`],
  [
    'a message was sent to who wants none',
    8,
    `INSERT INTO OptOut VALUES ('+821030000001', '+8215880000', '2020-01-01T00:00:00.000Z')`,
  ],
  [
    'a mail was sent to who wants none',
    8,
    `UPDATE OutboxMessage SET channel = 'email'; INSERT INTO OptOut VALUES ('+821030000001', 'email', '2020-01-01T00:00:00.000Z')`,
  ],
  [
    'somebody is written to who had blocked the bot',
    8,
    `UPDATE OutboxMessage SET channel = 'chat';
     INSERT INTO ChatUser (id, name, locale, createdAt, blockedAt)
     VALUES ('+821030000001', 'Yuna', 'ko', '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z')`,
  ],
  ['a message is dead without a reason', 8, `UPDATE OutboxMessage SET state = 'failed', reason = NULL`],
  ['a card number is kept', 9, `UPDATE Member SET name = '4242 4242 4242 4242'`],
  ['a PIN is kept in clear', 9, `UPDATE Certificate SET pinHash = '1357'`],
  ["a customer's PIN is kept in clear", 9, `UPDATE Customer SET pinHash = '1357', pinSalt = ''`],
  ['more coupons are out than there are', 10, `UPDATE Campaign SET stock = 0`],
  ['a coupon was taken that nobody has', 10, `UPDATE Campaign SET taken = taken + 1`],
  ['a used coupon is good again', 10, `UPDATE Voucher SET state = 'active'`],
  ['a coupon was used at a shop that does not take it', 10, `DELETE FROM CampaignShop`],
  ['a commission was never booked', 10, `UPDATE VoucherRedemption SET commission = 5`],
  ['a listing fee was never booked', 6, `UPDATE Campaign SET listingFee = 5`],
];

base('the audit names each wrong by the truth that it breaks, and finds nothing in a sound database', async () => {
  const world = await World.open();
  const number = await buysAndAccepts(world);
  await world.till('101').redeems({ code: number, pin: '1357', amount: 20_000 });
  await usesACoupon(world);
  await world.settles();
  await world.isSound();
  const file = world.database.url.replace(/^file:/, '');
  for (const [says, truth, sql] of wrongs) {
    const copy = `${file}.wrong`;
    await new Database(file, { readonly: true }).backup(copy);
    const database = new Database(copy);
    database.pragma('foreign_keys = OFF');
    const triggers = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
      name: string;
    }[];
    for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
    database.exec(sql);
    database.close();
    const store = await openTestStore(`file:${copy}`);
    const found = await audit(store, world.now());
    await store.close();
    expect(
      found.map((violation) => violation.truth),
      says,
    ).toContain(truth);
  }
  await world.close();
});

async function usesACoupon(world: World): Promise<void> {
  const campaignId = await publishes(world, '101', { stock: 3 });
  const [id = ''] = await customers(world, 1);
  await fetches(world, id, campaignId);
  const [voucher] = await world.app.operations.vouchersOf(id);
  await world.till('101').redeems({ code: voucher?.serial, amount: 20_000 });
}

base('digits of tills’ own keys, of telephones, addresses and chats are no card numbers', async () => {
  const world = await World.open();
  const { store } = world.app;
  const likeACard = '4242424242424242';
  // Milliseconds since 1970, of which one in ten is Luhn-valid.
  const till = world.till('101');
  expect(await till.redeems({ code: '123456789012', pin: '1234', amount: 1 }, 'till-1-1795234567896')).toMatchObject({
    status: 404,
  });
  const number = await buysAndAccepts(world);
  const key = `till ${likeACard}`;
  const wrong = { code: number, pin: '0000', amount: 1_000 };
  expect(await till.redeems(wrong, key)).toMatchObject({ status: 403 });
  await store.transaction(async (tx) => {
    await tx.optOut.create({ data: { recipient: '-1001795234567896', sender: 'chat', since: world.now() } });
    await tx.customer.create({
      data: {
        id: 'somebody',
        phone: '+4917000000000005',
        name: 'Hanna',
        locale: 'en',
        newsBy: 'email',
        email: `${likeACard}@mail.example`,
        createdAt: world.now(),
      },
    });
  });
  await world.isSound();
  await store.transaction((tx) => tx.customer.update({ where: { id: 'somebody' }, data: { name: likeACard } }));
  expect((await audit(store, world.now())).map(({ truth }) => truth)).toEqual([9]);
  await world.close();
});

base('a key that was kept before keys were hashed still stands for what it did', async () => {
  const world = await World.open();
  const number = await buysAndAccepts(world);
  const till = world.till('101');
  const ask = { code: number, pin: '1357', amount: 20_000 };
  const done = await till.redeems(ask, 'an old key');
  expect(done.status).toBe(201);
  await world.app.store.transaction((tx) => tx.idempotencyKey.updateMany({ data: { key: 'an old key' } }));
  expect(await till.redeems(ask, 'an old key')).toEqual(done);
  expect(await till.redeems({ ...ask, amount: 1 }, 'an old key')).toMatchObject({ status: 422 });
  expect(await world.app.store.read.redemption.count()).toBe(1);
  await world.close();
});
