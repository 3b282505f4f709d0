import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordDelivery } from '../../src/outbox/record-delivery.ts';
import { sendDueMessages } from '../../src/outbox/send-due-messages.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore, type TemporaryDatabase, temporarySqlite } from '../support/database.ts';
import { buyer, messageNumber, type OutboxWorld, offeredGift, outboxWorld, recipient } from './outbox-world.ts';

let database: TemporaryDatabase;
let store: Store;
let world: OutboxWorld;
let id: string;

beforeEach(async () => {
  database = await temporarySqlite();
  store = await openTestStore(database.url);
  world = outboxWorld(store);
  id = await world.put({
    kind: 'gift-offered',
    giftId: 'gift',
    giftNumber: 11,
    shop: { name: '한라악기', nameEn: 'Halla Music' },
    amount: { minor: '50000', currency: 'KRW' },
    buyerName: '김지수',
    lapsesAt: '2026-12-20T02:00:00.000Z',
    hasGreeting: false,
  });
});
afterEach(async () => {
  await store.close();
  await database.dispose();
});

const told = (status: string, more: { providerId?: string; errorCode?: string; messageId?: string | null } = {}) =>
  recordDelivery(world.deps, { messageId: id, providerId: 'SM0001', status, errorCode: null, ...more });

test('delivery is kept, told in any order and any number of times', async () => {
  await sendDueMessages(world.deps, 'text');
  for (const status of ['delivered', 'sent', 'queued', 'delivered', 'undelivered']) await told(status);
  expect(await world.row(id)).toMatchObject({ state: 'delivered', providerId: 'SM0001', reason: null });
});

test('a callback before the answer teaches the id, and the answer changes nothing', async () => {
  world.failpoint.current = (name) => {
    if (name === 'message.answered') throw new Error('the process dies');
  };
  await expect(sendDueMessages(world.deps, 'text')).rejects.toThrow();
  await told('delivered');
  expect(await world.row(id)).toMatchObject({ state: 'delivered', providerId: 'SM0001', claimedUntil: null });
  world.later(600_000);
  expect(await sendDueMessages(world.deps, 'text')).toBe(0);
});

test('another id than the known one, an unknown message and an unknown status change nothing', async () => {
  await sendDueMessages(world.deps, 'text');
  expect(await told('failed', { providerId: 'SM9999' })).toEqual({ kind: 'not-ours' });
  expect(await told('failed', { messageId: 'nobody' })).toEqual({ kind: 'not-ours' });
  expect(await told('teleported')).toEqual({ kind: 'unknown' });
  expect((await world.row(id)).state).toBe('sent');
  expect(await told('delivered', { messageId: null })).toEqual({ kind: 'recorded' });
});

test('GC-09 an undelivered notice reaches the buyer once', async () => {
  await offeredGift(store, 'gift');
  await sendDueMessages(world.deps, 'text');
  await told('undelivered', { errorCode: '30008' });
  await told('undelivered', { errorCode: '30008' });
  expect(await world.row(id)).toMatchObject({ state: 'failed', reason: 'undelivered 30008' });
  expect(await store.read.outboxMessage.count({ where: { kind: 'gift-undeliverable', recipient: buyer } })).toBe(1);
});

test('21610 is an opt-out', async () => {
  await sendDueMessages(world.deps, 'text');
  await told('failed', { errorCode: '21610' });
  expect(await world.row(id)).toMatchObject({ state: 'failed', reason: 'opted-out' });
  expect(await store.read.optOut.count({ where: { recipient, sender: messageNumber } })).toBe(1);
});
