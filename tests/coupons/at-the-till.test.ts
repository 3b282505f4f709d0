import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { openKeys } from '../../src/providers/keys.ts';
import { buysAndAccepts } from '../acceptance/buying.ts';
import { asks, customers, fetches, makeChain, ownerOf, publishes, shopOf } from '../support/coupons.ts';
import { people, test, type World } from '../support/world.ts';

async function fetched(world: World, campaignId: string) {
  const [id = ''] = await customers(world, 1);
  const outcome = await fetches(world, id, campaignId);
  if (outcome.kind !== 'fetched') throw new Error(outcome.kind);
  const { voucher } = outcome;
  const card = await world.app.operations.voucherCard({ voucherId: voucher.voucherId ?? '', cardVersion: 1 });
  return { customerId: id, serial: voucher.serial ?? '', token: card?.token ?? '', voucherId: voucher.voucherId ?? '' };
}

const problem = (kind: string) => ({ body: { type: `urn:giftline:problem:${kind}` } });

describe('a coupon at the till', () => {
  test('EC-07 EC-08 EC-09 it is good once, at any shop of the chain, and its holder and both shops know', async ({
    world,
  }) => {
    const { operations } = world.app;
    const shopIds = await makeChain(world, ['101', '103', '104']);
    const campaignId = await publishes(world, '101', { shopIds });
    const { customerId, serial, token } = await fetched(world, campaignId);
    expect(await world.till('102').validates(token)).toMatchObject({ status: 409, ...problem('not-taken-here') });
    expect(await world.till('102').validates(serial)).toMatchObject({ status: 404, ...problem('unknown-code') });
    expect(await world.till('103').validates(token)).toMatchObject({
      status: 200,
      body: {
        usable: true,
        pinNeeded: 'never',
        coupon: { serial, offer: { kind: 'percentage', percent: 20, most: 5_000 } },
      },
    });
    const tills = ['101', '103', '104'] as const;
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => world.till(tills[i % 3] ?? '101').redeems({ code: token, amount: 20_000 })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.type === 'urn:giftline:problem:already-used')).toHaveLength(29);
    const [used] = answers.filter(({ status }) => status === 201);
    expect(used?.body).toMatchObject({ amount: 4_000, bill: 20_000, toPay: 16_000, balance: 0, number: serial });
    await world.settles();
    const [view] = await operations.vouchersOf(customerId);
    expect(view).toMatchObject({ state: 'used', uses: [{ off: { minor: 4_000n }, rolledBackAt: null }] });
    expect((await world.till('101').register()).body.lines).toMatchObject([
      { kind: 'coupon-used', certificateNumber: serial },
    ]);
  });

  test('EC-12 an undone use gives the coupon back, to be used at another shop', async ({ world }) => {
    const shopIds = await makeChain(world, ['101', '103']);
    const campaignId = await publishes(world, '101', { shopIds });
    const { serial } = await fetched(world, campaignId);
    const key = randomUUID();
    const used = await world.till('101').redeems({ code: serial, amount: 10_000 }, key);
    expect(await world.till('101').redeems({ code: serial, amount: 10_000 }, key)).toEqual(used);
    expect(await world.till('103').rollsBack(used.body.id)).toMatchObject({ status: 404 });
    expect(await world.till('101').rollsBack(used.body.id)).toMatchObject({
      status: 201,
      body: { amount: 2_000, balance: 0 },
    });
    expect(await world.till('101').rollsBack(used.body.id)).toMatchObject({
      status: 409,
      ...problem('already-rolled-back'),
    });
    expect(await world.till('103').redeems({ code: serial, amount: 10_000 })).toMatchObject({ status: 201 });
  });

  test('EC-02 each kind says what the clerk has to do', async ({ world }) => {
    const use = async (offer: Parameters<typeof publishes>[2], amount: number) => {
      const { serial } = await fetched(world, await publishes(world, '101', offer));
      const { status, body } = await world.till('101').redeems({ code: serial, amount });
      return { status, off: body.amount, toPay: body.toPay, offer: body.offer, type: body.type };
    };
    const ticket = { kind: 'ticket', ticket: 'concert', event: '겨울 음악회', startsAt: null, seat: '가열 7' } as const;
    expect(await use({ offer: { kind: 'percentage', percent: 20, mostMinor: 5_000n } }, 90_000)).toMatchObject({
      off: 5_000,
      toPay: 85_000,
    });
    expect(await use({ offer: { kind: 'percentage', percent: 33, mostMinor: null } }, 1_000)).toMatchObject({
      off: 330,
    });
    expect(await use({ offer: { kind: 'amount', minor: 5_000n } }, 3_000)).toMatchObject({ off: 3_000, toPay: 0 });
    expect(await use({ offer: { kind: 'fixed-value', minor: 1_000n } }, 3_500)).toMatchObject({
      off: 1_000,
      toPay: 2_500,
    });
    expect(await use({ offer: { kind: 'gift-item', item: '기타 줄 한 벌' } }, 0)).toMatchObject({
      status: 201,
      off: 0,
      offer: { item: '기타 줄 한 벌' },
    });
    expect(await use({ offer: ticket }, 0)).toMatchObject({ status: 201, offer: ticket });
    expect(await use({ offer: { kind: 'amount', minor: 5_000n } }, 0)).toMatchObject({
      type: 'urn:giftline:problem:amount-not-positive',
    });
    expect(await use({ leastSpend: 30_000n }, 29_999)).toMatchObject({
      type: 'urn:giftline:problem:below-least-spend',
    });
    const later = new Date(world.now().getTime() + 3_600_000);
    expect(await use({ validFrom: later }, 9_000)).toMatchObject({ type: 'urn:giftline:problem:not-valid-yet' });
  });

  test('EC-03 a strict coupon is fetched and used with the PIN alone, and wrong ones close the door', async ({
    world,
  }) => {
    const { store } = world.app;
    const campaignId = await publishes(world, '101', { proof: 'strict' });
    const [id = ''] = await customers(world, 1);
    expect(await fetches(world, id, campaignId)).toEqual({ kind: 'pin-needed' });
    expect(await fetches(world, id, campaignId, '1357')).toEqual({ kind: 'no-pin' });
    const member = await store.read.member.findUniqueOrThrow({ where: { number: '100001' } });
    await store.transaction((tx) => tx.customer.update({ where: { id }, data: { memberId: member.id } }));
    expect(await fetches(world, id, campaignId, '9999')).toEqual({ kind: 'wrong-pin' });
    expect(await fetches(world, id, campaignId, '2580')).toMatchObject({ kind: 'fetched' });
    const [voucher] = await world.app.operations.vouchersOf(id);
    const code = voucher?.serial;
    const till = world.till('101');
    expect(await till.validates(code ?? '')).toMatchObject({ body: { pinNeeded: 'always' } });
    expect(await till.redeems({ code, amount: 10_000 })).toMatchObject({ status: 403, ...problem('pin-needed') });
    for (let guess = 0; guess < 5; guess++) {
      expect(await till.redeems({ code, pin: '0000', amount: 10_000 })).toMatchObject(problem('wrong-pin'));
    }
    expect(await till.redeems({ code, pin: '2580', amount: 10_000 })).toMatchObject(problem('closed'));
    world.passes({ minutes: 15 });
    expect(await till.redeems({ code, pin: '2580', amount: 10_000 })).toMatchObject({ status: 201 });
  });

  test('EC-11 an untracked coupon is anyone’s, as often as they like, and each use is reported', async ({ world }) => {
    const { operations } = world.app;
    const campaignId = await publishes(world, '101', { tracked: false });
    const [id = ''] = await customers(world, 1);
    expect(await fetches(world, id, campaignId)).toEqual({ kind: 'unknown-campaign' });
    expect(await operations.showUntracked(campaignId)).toMatchObject({ serial: null, voucherId: null });
    const { token } = (await operations.voucherCard({ campaignId })) ?? { token: '' };
    for (let use = 0; use < 3; use++) {
      expect(await world.till('101').redeems({ code: token, amount: 10_000 })).toMatchObject({
        status: 201,
        body: { number: null },
      });
      world.passes({ hours: 1 });
    }
    const { ownerId } = await shopOf(world, '101');
    expect(await operations.statisticsOf({ by: ownerId ?? '', campaignId })).toMatchObject({
      fetched: 0,
      used: 3,
      byDay: [{ day: '2026-11-20', used: 3 }],
      byHour: [
        { weekday: 4, hour: 12, used: 1 },
        { weekday: 4, hour: 13, used: 1 },
        { weekday: 4, hour: 14, used: 1 },
      ],
      off: { minor: 6_000n },
    });
  });

  test('EC-10 whoever used a coupon or certificate at this shop is no newcomer; held, undone or used elsewhere does not count', async ({
    world,
  }) => {
    const { store } = world.app;
    const number = await buysAndAccepts(world);
    await world.till('101').redeems({ code: number, pin: '1357', amount: 1_000 });
    const [came = '', held = '', undid = '', elsewhere = '', gifted = ''] = await customers(world, 5);
    await store.transaction((tx) => tx.customer.update({ where: { id: gifted }, data: { phone: people.yuna } }));
    const [here, there] = [await publishes(world, '101'), await publishes(world, '102')];
    const uses = async (customerId: string, code: '101' | '102', campaignId: string) => {
      await fetches(world, customerId, campaignId);
      const { serial } = await store.read.voucher.findFirstOrThrow({ where: { customerId, campaignId } });
      return world.till(code).redeems({ code: serial, amount: 10_000 });
    };
    await uses(came, '101', here);
    await fetches(world, held, here);
    await world.till('101').rollsBack((await uses(undid, '101', here)).body.id);
    await uses(elsewhere, '102', there);
    const campaignId = await publishes(world, '101', { title: '두 번째' });
    for (const customerId of [came, held, undid, elsewhere, gifted]) await fetches(world, customerId, campaignId);
    const returning = await store.read.voucher.findMany({ where: { campaignId, holderKind: 'returning' } });
    expect(returning.map(({ customerId }) => customerId).sort()).toEqual([came, gifted].sort());
    const by = await ownerOf(world, '101');
    expect(await world.app.operations.statisticsOf({ by, campaignId })).toMatchObject({
      byHolder: [
        { kind: 'new', fetched: 3, used: 0 },
        { kind: 'returning', fetched: 2, used: 0 },
      ],
    });
  });

  test('a use that is undone after the sending was stopped brings no good coupon back, and the till is told', async ({
    world,
  }) => {
    const { operations, store } = world.app;
    const by = await ownerOf(world, '101');
    const { id: shopId } = await shopOf(world, '101');
    const [asker = ''] = await customers(world, 1);
    await asks(world, asker, shopId);
    const campaignId = await publishes(world, '101', { audience: 'askers' });
    await operations.runPublications();
    const voucher = await store.read.voucher.findFirstOrThrow({ where: { campaignId } });
    const till = world.till('101');
    const { body } = await till.redeems({ code: voucher.serial, amount: 10_000 });
    expect(await operations.stopPublication({ by, campaignId })).toEqual({ kind: 'stopped', withdrawn: 0 });
    expect(await till.rollsBack(body.id)).toMatchObject({ status: 201, body: { couponState: 'withdrawn' } });
    expect(await till.validates(voucher.serial)).toMatchObject({ body: { usable: false, reason: 'withdrawn' } });
    expect(await operations.showCampaign({ by, campaignId })).toMatchObject({ taken: 0, withdrawn: 1, used: 0 });
    // As everybody else whose coupon was withdrawn, its holder is told so and asks again.
    const told = await store.read.outboxMessage.findMany({ where: { kind: 'coupon-withdrawn' } });
    expect(told).toMatchObject([
      { recipient: (await store.read.customer.findFirstOrThrow({ where: { id: asker } })).phone },
    ]);
    expect(await operations.demandOf(shopId)).toMatchObject({ asking: 1 });
    await world.isSound();
  });

  test('an untracked use of a stopped sending is undone too', async ({ world }) => {
    const { operations } = world.app;
    const by = await ownerOf(world, '101');
    const campaignId = await publishes(world, '101', { tracked: false });
    const { token } = (await operations.voucherCard({ campaignId })) ?? { token: '' };
    const { body } = await world.till('101').redeems({ code: token, amount: 10_000 });
    await operations.stopPublication({ by, campaignId });
    expect(await world.till('101').rollsBack(body.id)).toMatchObject({
      status: 201,
      body: { couponState: 'withdrawn' },
    });
  });

  test('no bill is so large that the figures break: it is refused with the most that is taken', async ({ world }) => {
    const { operations, store } = world.app;
    const by = await ownerOf(world, '101');
    const campaignId = await publishes(world, '101', { tracked: false });
    const { token } = (await operations.voucherCard({ campaignId })) ?? { token: '' };
    const till = world.till('101');
    expect(await till.redeems({ code: token, amount: Number.MAX_SAFE_INTEGER })).toMatchObject({
      status: 422,
      body: { type: 'urn:giftline:problem:bill-too-large', most: 100_000_000, currency: 'KRW' },
    });
    expect(await till.redeems({ code: token, amount: 100_000_001 })).toMatchObject({ status: 422 });
    expect(await till.redeems({ code: token, amount: 100_000_000 })).toMatchObject({ status: 201 });
    // Such as were taken before: their sum is more than a database's integer holds.
    const { terminalId, shopId } = await store.read.voucherRedemption.findFirstOrThrow();
    await store.transaction((tx) =>
      tx.voucherRedemption.createMany({
        data: Array.from({ length: 1_100 }, (_, i) => ({
          id: `old ${i}`,
          campaignId,
          voucherId: null,
          shopId,
          terminalId,
          bill: BigInt(Number.MAX_SAFE_INTEGER),
          off: 5_000n,
          currency: 'KRW',
          at: world.now(),
        })),
      }),
    );
    expect(await operations.statisticsOf({ by, campaignId })).toMatchObject({
      used: 1_101,
      billed: { minor: 1_100n * BigInt(Number.MAX_SAFE_INTEGER) + 100_000_000n },
      off: { minor: 5_505_000n },
    });
  });

  test('another shop’s good certificate is known by its QR alone, with the shop where it is good', async ({
    world,
  }) => {
    const { store } = world.app;
    const number = await buysAndAccepts(world);
    const { id } = await store.read.certificate.findFirstOrThrow({ where: { number } });
    const token = openKeys(world.accounts.secret).cardToken(id, 1);
    const elsewhere = { status: 409, body: { type: 'urn:giftline:problem:other-shop', shop: { name: '한라악기' } } };
    expect(await world.till('102').validates(token)).toMatchObject(elsewhere);
    expect(await world.till('102').redeems({ code: token, amount: 1_000 })).toMatchObject(elsewhere);
    const unknown = { status: 404, body: { type: 'urn:giftline:problem:unknown-code' } };
    expect(await world.till('102').validates(number)).toMatchObject(unknown);
    expect(await world.till('102').redeems({ code: number, pin: '1357', amount: 1_000 })).toMatchObject(unknown);
    await world.till('101').redeems({ code: number, pin: '1357', amount: 50_000 });
    expect(await world.till('102').validates(token)).toMatchObject(unknown);
  });

  test('after too many wrong PINs a scan says at once until when', async ({ world }) => {
    const number = await buysAndAccepts(world);
    const till = world.till('101');
    expect(await till.validates(number)).toMatchObject({ body: { pinClosedUntil: null } });
    for (let guess = 0; guess < 5; guess++) await till.redeems({ code: number, pin: '0000', amount: 1_000 });
    expect(await till.validates(number)).toMatchObject({
      body: { usable: true, pinNeeded: 'always', pinClosedUntil: '2026-11-20T03:15:00.000Z' },
    });
    world.passes({ minutes: 15 });
    expect(await till.validates(number)).toMatchObject({ body: { pinClosedUntil: null } });
  });

  test('a voucher that is worth more than the bill says what is lost', async ({ world }) => {
    const { serial } = await fetched(
      world,
      await publishes(world, '101', { offer: { kind: 'fixed-value', minor: 10_000n } }),
    );
    expect(await world.till('101').redeems({ code: serial, amount: 7_000 })).toMatchObject({
      body: { amount: 7_000, toPay: 0, lost: 3_000 },
    });
  });

  test('what somebody has is found by telephone number and PIN, without any phone', async ({ world }) => {
    const { store } = world.app;
    const { customerId, serial } = await fetched(world, await publishes(world, '101'));
    const member = await store.read.member.findUniqueOrThrow({ where: { number: '100001' } });
    await store.transaction((tx) => tx.customer.update({ where: { id: customerId }, data: { memberId: member.id } }));
    const { phone } = await store.read.customer.findUniqueOrThrow({ where: { id: customerId } });
    const holdings = (pin: string) =>
      fetch(`${world.url}/api/v1/holdings`, {
        method: 'POST',
        headers: { authorization: 'Bearer demo-terminal-101', 'content-type': 'application/json' },
        body: JSON.stringify({ phone, pin }),
      }).then((response) => response.json());
    expect(await holdings('0000')).toMatchObject({ type: 'urn:giftline:problem:wrong-pin' });
    expect(await holdings('2580')).toMatchObject({ certificates: [], coupons: [{ serial }] });
  });

  test('RC-13 listing fee and commission are booked as the rules in force say, and go back with what they were for', async ({
    world,
  }) => {
    const { operations, store } = world.app;
    const shop = await shopOf(world, '101');
    const operator = await store.read.account.findFirstOrThrow({ where: { role: 'operator' } });
    const rule = (facts: object) =>
      store.transaction((tx) =>
        tx.feeRule.create({
          data: {
            id: randomUUID(),
            currency: 'KRW',
            accountId: operator.id,
            createdAt: world.now(),
            since: world.now(),
            shopId: null,
            minor: 0n,
            basisPoints: 0,
            kind: 'commission',
            ...facts,
          },
        }),
      );
    await rule({ kind: 'listing', minor: 3_000n });
    await rule({ basisPoints: 1_000 });
    await rule({ basisPoints: 500, minor: 10n, shopId: shop.id });
    await rule({ basisPoints: 9_000, since: new Date(world.now().getTime() + 86_400_000) });
    const owed = async () => {
      const { _sum } = await store.read.posting.aggregate({ where: { account: 'fee' }, _sum: { amount: true } });
      return -(_sum.amount ?? 0n);
    };
    const campaignId = await publishes(world, '101', { offer: { kind: 'amount', minor: 5_000n } });
    expect(await owed()).toBe(3_000n);
    const { serial } = await fetched(world, campaignId);
    const used = await world.till('101').redeems({ code: serial, amount: 25_000 });
    expect(await owed()).toBe(3_000n + 1_010n);
    await world.till('101').rollsBack(used.body.id);
    expect(await owed()).toBe(3_000n);
    await operations.stopPublication({ by: shop.ownerId ?? '', campaignId });
    expect(await owed()).toBe(0n);
  });
});
