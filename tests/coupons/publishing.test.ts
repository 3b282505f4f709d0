import { v7 } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import { runPublications } from '../../src/operations/campaigns/run-publications.ts';
import { defaultLimits } from '../../src/operations/limits.ts';
import type { Deps } from '../../src/operations/ports.ts';
import { openKeys } from '../../src/providers/keys.ts';
import { randomDigits } from '../../src/providers/random-digits.ts';
import type { Store } from '../../src/store/open-store.ts';
import { asks, customers, draftOf, fetches, ownerOf, publishes, shopOf } from '../support/coupons.ts';
import { temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(async () => {
  await world.isSound();
  await world.close();
});

const messages = (campaignId: string) => world.app.store.read.outboxMessage.findMany({ where: { campaignId } });
/** What the worker takes of what it is given, with another store: it asks no card company and keeps no log. */
const depsWith = (store: Store): Deps => {
  const taken: Pick<Deps, 'store' | 'now' | 'newId' | 'randomDigits' | 'keys' | 'limits' | 'failpoint' | 'nudge'> = {
    store,
    now: world.now,
    newId: () => v7(),
    randomDigits,
    keys: openKeys(world.accounts.secret),
    limits: defaultLimits,
    failpoint: () => {},
    nudge: () => {},
  };
  return taken as Deps;
};

const stateOf = async (campaignId: string) =>
  (await world.app.store.read.campaign.findUniqueOrThrow({ where: { id: campaignId } })).state;

describe.each([
  ['SQLite', temporarySqlite],
  ['PostgreSQL', temporaryPostgres],
])('sending a coupon to all who asked, on %s', (_name, make) => {
  test('RC-10 all who asked get it, nobody else does, and who asks later is still asking', async () => {
    world = await World.open({ database: await make() });
    const { operations } = world.app;
    const [own, other] = [await shopOf(world, '101'), await shopOf(world, '102')];
    const [askers, others, [late = ''], [gone = '']] = [
      await customers(world, 230),
      await customers(world, 5),
      await customers(world, 1),
      await customers(world, 1),
    ];
    for (const id of [...askers, gone]) await asks(world, id, own.id);
    for (const id of others) await asks(world, id, other.id);
    await operations.withdrawRequest({ customerId: gone, shopId: own.id });
    const campaignId = await publishes(world, '101', { audience: 'askers', stock: 230 });
    world.passes({ seconds: 1 });
    await asks(world, late, own.id);
    await operations.runPublications();
    await operations.runPublications();
    const sent = await messages(campaignId);
    expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(askers.map((id) => `coupon:${campaignId}:${id}`)));
    expect(await operations.vouchersOf(gone)).toEqual([]);
    expect(await operations.vouchersOf(others[0] ?? '')).toEqual([]);
    expect(await operations.requestsOf(late)).toMatchObject([{ state: 'open', asking: 1 }]);
    expect(await operations.requestsOf(askers[0] ?? '')).toMatchObject([{ state: 'answered' }]);
    expect(await operations.progressOf({ by: await ownerOf(world, '101'), campaignId })).toMatchObject({
      state: 'done',
      total: 230,
      answered: 230,
      waiting: 230,
      later: null,
    });
  });

  test('RC-10 a process that dies between two pages loses nobody, and the next one doubles nobody', async () => {
    world = await World.open({ database: await make() });
    const { operations, store } = world.app;
    const shop = await shopOf(world, '101');
    const askers = await customers(world, 230);
    for (const id of askers) await asks(world, id, shop.id);
    const campaignId = await publishes(world, '101', { audience: 'askers' });
    let pages = 0;
    const dying = new Proxy(store, {
      get(whole, name) {
        if (name !== 'transaction') return Reflect.get(whole, name);
        return (work: Parameters<typeof store.transaction>[0]) => {
          pages += 1;
          if (pages === 3) throw new Error('the process dies');
          return whole.transaction(work);
        };
      },
    });
    await expect(runPublications(depsWith(dying))()).rejects.toThrow('the process dies');
    const by = await ownerOf(world, '101');
    expect(await operations.progressOf({ by, campaignId })).toMatchObject({ state: 'running', answered: 200 });
    await world.isSound();
    await operations.runPublications();
    expect(await operations.progressOf({ by, campaignId })).toMatchObject({ state: 'done', answered: 230 });
    expect(await store.read.voucher.count({ where: { campaignId } })).toBe(230);
    expect(new Set((await messages(campaignId)).map(({ key }) => key)).size).toBe(230);
  });

  test('who withdraws or fetches one while it is sent is neither counted nor sent a second coupon', async () => {
    world = await World.open({ database: await make() });
    const { operations } = world.app;
    const shop = await shopOf(world, '101');
    const askers = await customers(world, 3);
    for (const id of askers) await asks(world, id, shop.id);
    const [fetching = '', withdrawing = '', waiting = ''] = askers;
    const campaignId = await publishes(world, '101', { stock: 10 });
    await fetches(world, fetching, campaignId);
    await operations.withdrawRequest({ customerId: withdrawing, shopId: shop.id });
    await operations.runPublications();
    expect(await operations.showOffer(campaignId)).toMatchObject({ left: 8 });
    for (const id of [fetching, waiting]) expect(await operations.vouchersOf(id)).toHaveLength(1);
  });

  test('stopped within ten minutes: what waits never goes, what is unused is withdrawn, and all are asking again', async () => {
    world = await World.open({ database: await make() });
    const { operations, store } = world.app;
    const by = await ownerOf(world, '101');
    const shop = await shopOf(world, '101');
    const askers = await customers(world, 4);
    for (const id of askers) await asks(world, id, shop.id);
    const campaignId = await publishes(world, '101', { audience: 'askers' });
    await operations.runPublications();
    const [first = '', second = ''] = askers;
    // Two were sent already; one of them was used.
    for (const id of [first, second]) {
      await store.transaction((tx) =>
        tx.outboxMessage.updateMany({
          where: { key: `coupon:${campaignId}:${id}` },
          data: { state: 'sent', sentAt: world.now(), providerId: `p-${id}`, body: 'sent', settledAt: world.now() },
        }),
      );
    }
    const [used] = await operations.vouchersOf(first);
    expect(await world.till('101').redeems({ code: used?.serial, amount: 20_000 })).toMatchObject({ status: 201 });
    world.passes({ minutes: 9 });
    expect(await operations.stopPublication({ by, campaignId })).toEqual({ kind: 'stopped', withdrawn: 3 });
    expect(await operations.stopPublication({ by, campaignId })).toEqual({ kind: 'not-running' });
    expect(await stateOf(campaignId)).toBe('stopped');
    const states = (await messages(campaignId)).map(({ state, reason }) => `${state} ${reason}`).sort();
    expect(states).toEqual(['failed stopped', 'failed stopped', 'sent null', 'sent null']);
    expect(await operations.vouchersOf(second)).toMatchObject([{ state: 'withdrawn' }]);
    expect(
      await world.till('101').redeems({ code: (await operations.vouchersOf(second))[0]?.serial, amount: 20_000 }),
    ).toMatchObject({
      status: 409,
      body: { type: 'urn:giftline:problem:withdrawn' },
    });
    expect(await operations.requestsOf(second)).toMatchObject([{ state: 'open' }]);
    expect(await operations.requestsOf(first)).toMatchObject([{ state: 'answered' }]);
    const told = await store.read.outboxMessage.findMany({ where: { kind: 'coupon-withdrawn' } });
    expect(told.map(({ key }) => key)).toEqual([`coupon-withdrawn:${campaignId}:${second}`]);
  });

  test('after ten minutes it is too late to stop', async () => {
    world = await World.open({ database: await make() });
    const [id = ''] = await customers(world, 1);
    await asks(world, id, (await shopOf(world, '101')).id);
    const campaignId = await publishes(world, '101', { audience: 'askers' });
    world.passes({ minutes: 10 });
    const by = await ownerOf(world, '101');
    expect(await world.app.operations.stopPublication({ by, campaignId })).toEqual({ kind: 'too-late' });
  });
});

describe('before it is sent', () => {
  test('a draft must be tested in the very version that is sent, and is sent once', async () => {
    world = await World.open();
    const { operations } = world.app;
    const by = await ownerOf(world, '101');
    const shop = await shopOf(world, '101');
    const [id = ''] = await customers(world, 1);
    await asks(world, id, shop.id);
    const draft = await draftOf(world, '101', { audience: 'askers' });
    const drafted = await operations.draftCampaign({ by, shopId: shop.id, draft });
    if (drafted.kind !== 'kept') throw new Error(drafted.kind);
    const { campaignId } = drafted;
    const publish = (version: number) => operations.publishCampaign({ by, campaignId, version });
    expect(await publish(1)).toEqual({ kind: 'not-tested' });
    await operations.sendTestCard({ by, campaignId });
    expect(
      await operations.changeDraft({ by, campaignId, version: 1, draft: { ...draft, title: '다른 이름' } }),
    ).toMatchObject({
      version: 2,
      faults: [],
    });
    expect(await operations.changeDraft({ by, campaignId, version: 1, draft })).toEqual({ kind: 'changed-meanwhile' });
    expect(await publish(1)).toEqual({ kind: 'changed-meanwhile' });
    expect(await publish(2)).toEqual({ kind: 'not-tested' });
    await operations.sendTestCard({ by, campaignId });
    const answers = await Promise.all([publish(2), publish(2), publish(2)]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['not-a-draft', 'not-a-draft', 'published']);
  });

  test('every fault of a draft is found at once, each at its field', async () => {
    world = await World.open();
    const { operations } = world.app;
    const by = await ownerOf(world, '101');
    const [own, other] = [await shopOf(world, '101'), await shopOf(world, '102')];
    for (const id of await customers(world, 3)) await asks(world, id, own.id);
    const draft = await draftOf(world, '101', {
      title: ' ',
      offer: { kind: 'percentage', percent: 101, mostMinor: 0n },
      terms: 'a'.repeat(201),
      leastSpend: 0n,
      validUntil: new Date(world.now().getTime() - 1),
      validDays: 0,
      stock: 2,
      downloadsUntil: world.now(),
      shopIds: [own.id, other.id],
    });
    const kept = await operations.draftCampaign({ by, shopId: own.id, draft });
    expect(kept).toMatchObject({
      kind: 'kept',
      faults: [
        { field: 'title', kind: 'missing' },
        { field: 'terms', kind: 'too-long', most: 200 },
        { field: 'offer', kind: 'percent-out-of-range' },
        { field: 'offer', kind: 'amount-not-positive' },
        { field: 'validUntil', kind: 'in-the-past' },
        { field: 'validDays', kind: 'not-positive' },
        { field: 'downloadsUntil', kind: 'in-the-past' },
        { field: 'stock', kind: 'below-who-asked', asking: 3 },
        { field: 'leastSpend', kind: 'amount-not-positive' },
        { field: 'shopIds', kind: 'not-of-this-chain' },
      ],
    });
    const untracked = await operations.draftCampaign({
      by,
      shopId: own.id,
      draft: await draftOf(world, '101', { tracked: false, proof: 'strict', stock: 5 }),
    });
    expect(untracked).toMatchObject({
      faults: [
        { field: 'stock', kind: 'needs-serials' },
        { field: 'proof', kind: 'needs-serials' },
      ],
    });
    const card = await draftOf(world, '101', { terms: '4242 4242 4242 4242' });
    expect(await operations.draftCampaign({ by, shopId: own.id, draft: card })).toEqual({
      kind: 'faults',
      faults: [{ field: 'terms', kind: 'card-number' }],
    });
  });

  test("another owner's campaign is not there, and the operator sees what was handed over", async () => {
    world = await World.open();
    const { operations } = world.app;
    const [by, stranger] = [await ownerOf(world, '101'), await ownerOf(world, '102')];
    const shop = await shopOf(world, '101');
    const operator = await world.app.store.read.account.findFirstOrThrow({ where: { role: 'operator' } });
    const drafted = await operations.draftCampaign({ by, shopId: shop.id, draft: await draftOf(world, '101') });
    if (drafted.kind !== 'kept') throw new Error(drafted.kind);
    const { campaignId } = drafted;
    for (const other of [stranger, operator.id]) {
      expect(await operations.showCampaign({ by: other, campaignId })).toBeNull();
      expect(await operations.sendTestCard({ by: other, campaignId })).toEqual({ kind: 'unknown-campaign' });
      expect(await operations.statisticsOf({ by: other, campaignId })).toBeNull();
    }
    expect(
      await operations.draftCampaign({ by: stranger, shopId: shop.id, draft: await draftOf(world, '101') }),
    ).toEqual({
      kind: 'unknown-shop',
    });
    await operations.handOver({ by, shopId: shop.id, campaignId, wishes: '겨울 느낌으로 부탁드립니다.' });
    expect(await operations.handedOver(operator.id)).toMatchObject([{ id: campaignId, shop: { code: '101' } }]);
    expect(await operations.handedOver(stranger)).toEqual([]);
    expect(await operations.sendTestCard({ by: operator.id, campaignId })).toMatchObject({ kind: 'sent' });
    expect(await operations.publishCampaign({ by: operator.id, campaignId, version: 1 })).toMatchObject({
      kind: 'published',
    });
  });
});
