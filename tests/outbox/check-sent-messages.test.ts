import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MessageFacts } from '../../src/core/messages/message-facts.ts';
import { checkSentMessages } from '../../src/outbox/check-sent-messages.ts';
import { sendDueMessages } from '../../src/outbox/send-due-messages.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore, type TemporaryDatabase, temporarySqlite } from '../support/database.ts';
import { type OutboxWorld, outboxWorld } from './outbox-world.ts';

const card: MessageFacts = {
  kind: 'card',
  certificateId: 'certificate',
  cardVersion: 1,
  shop: { name: '한라악기', nameEn: 'Halla Music' },
  amount: { minor: '50000', currency: 'KRW' },
  number: '123456789012',
  expiresAt: '2027-11-20T15:00:00.000Z',
};
const minuteMs = 60_000;

let database: TemporaryDatabase;
let store: Store;
let world: OutboxWorld;
beforeEach(async () => {
  database = await temporarySqlite();
  store = await openTestStore(database.url);
  world = outboxWorld(store);
});
afterEach(async () => {
  await store.close();
  await database.dispose();
});

test('a message whose end nobody told is asked after, once its report is overdue', async () => {
  const id = await world.put(card);
  await sendDueMessages(world.deps, 'text');
  world.sender.statuses.set('SM0001', { status: 'delivered', errorCode: null });
  expect(await checkSentMessages(world.deps)).toBe(0);
  world.later(5 * minuteMs);
  expect(await checkSentMessages(world.deps)).toBe(1);
  expect(await world.row(id)).toMatchObject({ state: 'delivered' });
  expect(await checkSentMessages(world.deps)).toBe(0);
});

test('a card whose picture did not come is sent again as a link, and no more than once', async () => {
  await world.put(card);
  await sendDueMessages(world.deps, 'text');
  for (const providerId of ['SM0001', 'SM0002']) {
    world.sender.statuses.set(providerId, { status: 'failed', errorCode: '11200' });
    world.later(6 * minuteMs);
    await checkSentMessages(world.deps);
    await sendDueMessages(world.deps, 'text');
  }
  expect(world.sender.taken).toHaveLength(2);
  expect(world.sender.taken[0]?.mediaUrl).toBeDefined();
  expect(world.sender.taken[1]?.mediaUrl).toBeUndefined();
  expect(world.sender.taken[1]?.body).toContain('/w/');
});

test('a message without an end is asked after for a day, and then rests', async () => {
  const id = await world.put(card);
  await sendDueMessages(world.deps, 'text');
  world.sender.statuses.set('SM0001', { status: 'sent', errorCode: null });
  let asked = 0;
  for (let hour = 0; hour < 48; hour++) {
    world.later(60 * minuteMs);
    asked += await checkSentMessages(world.deps);
  }
  expect(asked).toBeLessThanOrEqual(25);
  expect(await world.row(id)).toMatchObject({ state: 'sent' });
});
