import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel } from '../../src/core/messages/address.ts';
import { Unanswered } from '../../src/operations/ports.ts';
import { claimBulk, claimMessages } from '../../src/outbox/claim-messages.ts';
import { providersPace } from '../../src/outbox/pace.ts';
import { sendBulk } from '../../src/outbox/send-bulk.ts';
import { sendDueMessages } from '../../src/outbox/send-due-messages.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore, type TemporaryDatabase, temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { quickSqlite } from '../support/quick-database.ts';
import { type OutboxWorld, outboxWorld } from './outbox-world.ts';

const coupon = (voucherId: string) => ({
  kind: 'coupon' as const,
  campaignId: 'campaign',
  voucherId,
  cardVersion: 1,
  shop: { name: '북촌식당', nameEn: 'Bukchon Table' },
  title: '겨울 전골 할인',
  offer: '{"kind":"percentage","percent":20,"mostMinor":"5000"}',
  currency: 'KRW' as const,
  serial: '482170339164',
  expiresAt: '2027-11-20T15:00:00.000Z',
  asked: true,
});

/** As a publication writes them: a page of many people at a time. */
async function publish(store: Store, at: Date, count: number, channel: Channel = 'chat'): Promise<void> {
  for (let from = 0; from < count; from += 500) {
    const data = Array.from({ length: Math.min(500, count - from) }, (_, index) => {
      const id = `v${String(from + index).padStart(6, '0')}`;
      const recipient = channel === 'text' ? `+8210${40_000_000 + from + index}` : `u${(from + index).toString(36)}`;
      const facts = JSON.stringify(coupon(id));
      const news = { kind: 'coupon', channel, recipient, bulk: true, campaignId: 'campaign', locale: 'ko', facts };
      return { id, key: `coupon:${id}`, ...news, state: 'scheduled', dueAt: at, createdAt: at };
    });
    await store.transaction((tx) => tx.outboxMessage.createMany({ data }));
  }
}

const progress = ({ read }: Store, state: string) =>
  read.outboxMessage.count({ where: { campaignId: 'campaign', state } });

let database: TemporaryDatabase;
let store: Store;
const opened = async (pace?: typeof providersPace): Promise<OutboxWorld> => {
  database = await quickSqlite();
  store = await openTestStore(database.url);
  return outboxWorld(store, pace);
};
afterEach(async () => {
  await store.close();
  await database.dispose();
});

const names = (world: OutboxWorld) => world.chat.taken.map(({ messageId }) => messageId);

async function sendAll(world: OutboxWorld, channel: Channel = 'chat'): Promise<number> {
  let sent = 0;
  for (let { done } = await sendBulk(world.deps, channel); done > 0; { done } = await sendBulk(world.deps, channel)) {
    sent += done;
  }
  return sent;
}

test('five thousand people have their coupon once, and the sending takes no more memory at the end than before', async () => {
  const world = await opened();
  const people = 5_000;
  await publish(store, world.deps.now(), people);
  const times = new Map<string, number>();
  let atOnce = 0;
  let most = 0;
  world.deps.senders.chat.send = async ({ messageId }) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    times.set(messageId, (times.get(messageId) ?? 0) + 1);
    await null;
    atOnce -= 1;
    return { kind: 'sent', providerId: `t${messageId}` };
  };
  for (let round = 0; round < 6; round++) await sendBulk(world.deps, 'chat');
  const before = heapMb();
  const half = times.size;
  expect(await progress(store, 'sent')).toBe(half);
  await sendAll(world);
  expect(times.size).toBe(people);
  expect([...times.values()].every((count) => count === 1)).toBe(true);
  expect(await progress(store, 'sent')).toBe(people);
  expect(await store.read.outboxMessage.count({ where: { settledAt: null } })).toBe(0);
  expect(most).toBeLessThanOrEqual(16);
  // What the test itself remembers of each message takes about 100 bytes.
  expect(heapMb() - before).toBeLessThan(4);
});

/** What is in use once all that nobody needs is gone. */
function heapMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1_048_576;
}

test('a process that dies in the middle loses nobody: what can be looked up never comes twice', async () => {
  const world = await opened();
  await publish(store, world.deps.now(), 1_000, 'text');
  let dead = false;
  const { send } = world.sender;
  world.sender.send = (message) => {
    if (world.sender.taken.length >= 430) dead = true;
    return dead ? Promise.reject(new Unanswered('nobody asks any more')) : send.call(world.sender, message);
  };
  world.failpoint.current = (name) => {
    // Some were taken, and nobody lived to write it down.
    if (name === 'message.answered' && (dead || world.sender.taken.length > 420)) throw new Error('the process dies');
  };
  await expect(sendAll(world, 'text')).rejects.toThrow('the process dies');
  const written = await progress(store, 'sent');
  expect(written).toBeLessThan(world.sender.taken.length);
  expect(await sendBulk(world.deps, 'text').catch(() => null)).toBeNull();

  world.sender.send = send;
  world.failpoint.current = () => {};
  world.later(60_000);
  await sendAll(world, 'text');
  expect(await progress(store, 'sent')).toBe(1_000);
  expect(new Set(world.sender.taken.map(({ to }) => to)).size).toBe(1_000);
  expect(world.sender.taken).toHaveLength(1_000);
});

test('Telegram gets about 25 in a second and never 30, and one chat no more than one', async () => {
  const world = await opened(providersPace);
  for (const id of ['one', 'two', 'three']) {
    await world.put(coupon(id), { channel: 'chat', recipient: 'same', bulk: true });
  }
  await publish(store, world.deps.now(), 200);
  const sentAt: number[] = [];
  const toSame: number[] = [];
  for (let done = false; !done; ) {
    const before = world.chat.taken.length;
    const { againAfterMs } = await sendBulk(world.deps, 'chat');
    const atMs = world.deps.now().getTime();
    for (const { to } of world.chat.taken.slice(before)) {
      sentAt.push(atMs);
      if (to === 'same') toSame.push(atMs);
    }
    done = sentAt.length === 203;
    world.later(Math.min(againAfterMs ?? 1_000, 1_000));
  }
  const inTheSecondFrom = sentAt.map((fromMs) => sentAt.filter((ms) => ms >= fromMs && ms < fromMs + 1_000).length);
  expect(Math.max(...inTheSecondFrom)).toBeLessThanOrEqual(30);
  expect(((sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0)) / 1_000).toBeLessThan(203 / 22);
  expect(toSame).toHaveLength(3);
  expect((toSame[1] ?? 0) - (toSame[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
  expect((toSame[2] ?? 0) - (toSame[1] ?? 0)).toBeGreaterThanOrEqual(1_000);
});

test('what is urgent goes at once, however many coupons wait', async () => {
  const world = await opened(providersPace);
  await publish(store, world.deps.now(), 2_000);
  world.later(1);
  const id = await world.put({ kind: 'wish-declined', wish: '골목 빵집' }, { channel: 'chat', recipient: 'u7' });
  expect(await sendDueMessages(world.deps, 'chat')).toBe(1);
  expect(names(world)).toEqual([id]);
  expect((await sendBulk(world.deps, 'chat')).done).toBe(5);
  expect(names(world)).toHaveLength(6);
});

test('a messenger that is busy is left alone for as long as it says, one that is silent for longer each time', async () => {
  const world = await opened({ perSecond: { ...providersPace.perSecond, chat: 1_000 }, chatEveryMs: 0 });
  await publish(store, world.deps.now(), 400);
  world.chat.script.push({ kind: 'later', afterMs: 20_000 });
  await sendBulk(world.deps, 'chat');
  const sent = world.chat.taken.length;
  expect(sent).toBe(199);
  world.later(19_999);
  expect((await sendBulk(world.deps, 'chat')).done).toBe(0);
  world.later(1);
  world.chat.script.push(...Array.from({ length: 200 }, () => new Unanswered('silence')));
  const { againAfterMs } = await sendBulk(world.deps, 'chat');
  expect(againAfterMs).toBe(2_000);
  world.later(2_000);
  world.chat.script.push(new Unanswered('silence'));
  expect((await sendBulk(world.deps, 'chat')).againAfterMs).toBeGreaterThanOrEqual(2_000);
  for (let minute = 0; minute < 5; minute++) {
    world.later(60_000);
    await sendAll(world);
  }
  expect(new Set(names(world)).size).toBe(400);
  expect(await progress(store, 'sent')).toBe(400);
});

describe.each([
  ['SQLite', temporarySqlite],
  ['PostgreSQL', temporaryPostgres],
])('claims of many on %s', (_name, temporary) => {
  beforeEach(async () => {
    database = await temporary();
    store = await openTestStore(database.url);
  });

  test('each goes to one of those who ask at once, and the urgent are not among them', async () => {
    const world = outboxWorld(store);
    await publish(store, world.deps.now(), 60);
    await world.put(coupon('urgent'), { channel: 'chat' });
    await world.put(coupon('by-text'), { channel: 'text', bulk: true });
    const claimed: string[] = [];
    for (let round = 0; round < 20 && claimed.length < 60; round++) {
      const claims = await Promise.all([1, 2, 3, 4].map(() => claimBulk(world.deps, 'chat', 10)));
      claimed.push(...claims.flat().map(({ row }) => row.id));
    }
    expect(claimed).toHaveLength(60);
    expect(new Set(claimed).size).toBe(60);
    expect(await claimBulk(world.deps, 'text', 10)).toHaveLength(1);
    expect(await claimMessages(world.deps, 'chat', 10)).toHaveLength(1);
    world.later(60_000);
    const again = await claimBulk(world.deps, 'chat', 100);
    expect(again.filter(({ doubtful }) => doubtful)).toHaveLength(60);
  });
});
