import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MessageFacts } from '../../src/core/messages/message-facts.ts';
import { Unanswered } from '../../src/operations/ports.ts';
import { sendDueMessages } from '../../src/outbox/send-due-messages.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore, type TemporaryDatabase, temporarySqlite } from '../support/database.ts';
import { buyer, messageNumber, type OutboxWorld, offeredGift, outboxWorld, recipient } from './outbox-world.ts';

const minuteMs = 60_000;
const amount = { minor: '50000', currency: 'KRW' } as const;
const offered: MessageFacts = {
  kind: 'gift-offered',
  giftId: 'gift',
  giftNumber: 11,
  shop: { name: '한라악기', nameEn: 'Halla Music' },
  amount,
  buyerName: '김지수',
  lapsesAt: '2026-12-20T02:00:00.000Z',
  hasGreeting: true,
};
const card: MessageFacts = {
  kind: 'card',
  certificateId: 'certificate',
  cardVersion: 1,
  shop: { name: '한라악기', nameEn: 'Halla Music' },
  amount,
  number: '123456789012',
  expiresAt: '2027-11-20T15:00:00.000Z',
};
const nothingOpen: MessageFacts = { kind: 'reply-nothing-open' };

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

const send = () => sendDueMessages(world.deps, 'text');
const sendFor = async (hours: number) => {
  for (let quarter = 0; quarter < hours * 4; quarter += 1) {
    await send();
    world.later(15 * minuteMs);
  }
};

test('a due message is worded, sent once and kept without the secret of its link', async () => {
  const id = await world.put(offered);
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  const [text] = world.sender.taken;
  expect(text).toMatchObject({ messageId: id, to: recipient });
  expect(text?.body).toContain('https://gift.example/g/GIFTTOKENgift');
  const row = await world.row(id);
  expect(row).toMatchObject({ state: 'sent', providerId: 'SM0001', tries: 1, claimedUntil: null });
  expect(row.sentAt).toEqual(world.deps.now());
  expect(row.body).toContain('https://gift.example/g/***');
  expect(row.body).not.toContain('GIFTTOKEN');
});

test('the card goes as a picture where the number takes pictures, and as a link where not', async () => {
  await world.put(card);
  await world.put(card, { recipient: '+821030000009' });
  await send();
  expect(world.sender.taken.find((text) => text.to === recipient)?.mediaUrl).toBe(
    'https://gift.example/cards/certificate.1.jpg',
  );
  const other = world.sender.taken.find((text) => text.to === '+821030000009');
  expect(other?.mediaUrl).toBeUndefined();
  expect(other?.body).toContain('/w/PAGETOKENcertificate1');
});

test('what is not due stays, and what another process holds stays with it', async () => {
  const id = await world.put(nothingOpen);
  world.later(-1);
  expect(await send()).toBe(0);
  world.later(1);
  world.failpoint.current = (name) => {
    if (name === 'message.claimed') throw new Error('the process dies');
  };
  await expect(send()).rejects.toThrow('the process dies');
  world.failpoint.current = () => {};
  expect(await send()).toBe(0);
  expect((await world.row(id)).state).toBe('sending');
  world.later(minuteMs);
  expect(await send()).toBe(1);
  expect(world.sender.lookedUp).toHaveLength(1);
  expect(world.sender.taken).toHaveLength(1);
});

test('a process that dies after the provider answered does not make the message go out twice', async () => {
  const id = await world.put(nothingOpen);
  world.failpoint.current = (name) => {
    if (name === 'message.answered') throw new Error('the process dies');
  };
  await expect(send()).rejects.toThrow();
  world.failpoint.current = () => {};
  expect((await world.row(id)).body).not.toBeNull();
  world.later(minuteMs);
  await send();
  expect(world.sender.taken).toHaveLength(1);
  expect(await world.row(id)).toMatchObject({ state: 'sent', providerId: 'SM0001' });
});

test('an answer that was lost is looked up before anything is repeated', async () => {
  world.sender.script.push({ kind: 'lost', error: new Unanswered('reset') });
  const id = await world.put(nothingOpen);
  await send();
  expect(await world.row(id)).toMatchObject({ state: 'sending', providerId: null });
  expect(await send()).toBe(0);
  world.later(30_000);
  await send();
  expect(world.sender.taken).toHaveLength(1);
  expect(await world.row(id)).toMatchObject({ state: 'sent', providerId: 'SM0001' });
});

test('of two messages with the same words each finds its own', async () => {
  await world.put(nothingOpen, { id: 'a' });
  await send();
  world.sender.script.push(new Unanswered('never sent'));
  await world.put(nothingOpen, { id: 'b' });
  await send();
  world.later(30_000);
  await send();
  expect(world.sender.lookedUp[0]?.exclude).toEqual(['SM0001']);
  expect((await world.row('b')).providerId).toBe('SM0002');
});

test('a rate limit is waited for as long as the provider says, and is no try', async () => {
  world.sender.script.push({ kind: 'later', afterMs: 90_000 });
  const id = await world.put(nothingOpen);
  await send();
  expect(await world.row(id)).toMatchObject({ state: 'scheduled', tries: 0, claimedUntil: null });
  world.later(89_999);
  expect(await send()).toBe(0);
  world.later(1);
  expect(await send()).toBe(1);
  expect((await world.row(id)).state).toBe('sent');
});

test('nobody is tried for ever: silence ends after twelve tries, being sent away after a day', async () => {
  const silent = await world.put(nothingOpen);
  world.sender.script.push(...Array.from({ length: 12 }, () => new Unanswered('silence')));
  await sendFor(24);
  expect(await world.row(silent)).toMatchObject({ state: 'failed', reason: 'unanswered', tries: 12 });
  expect(world.sender.script).toHaveLength(0);

  const refused = await world.put(nothingOpen);
  world.sender.script.push(...Array.from({ length: 200 }, () => ({ kind: 'later', afterMs: 900_000 }) as const));
  await sendFor(26);
  expect(await world.row(refused)).toMatchObject({ state: 'failed', reason: 'not-taken-in-time' });
});

test('an opted-out number is never sent to, and the provider may teach an opt-out', async () => {
  await store.transaction((tx) =>
    tx.optOut.create({ data: { recipient, sender: messageNumber, since: world.deps.now() } }),
  );
  const id = await world.put(nothingOpen);
  await send();
  expect(world.sender.taken).toHaveLength(0);
  expect(await world.row(id)).toMatchObject({ state: 'failed', reason: 'opted-out' });

  world.sender.script.push({ kind: 'refused', reason: '21610', optedOut: true });
  await world.put(nothingOpen, { recipient: buyer });
  await send();
  expect(await store.read.optOut.count({ where: { recipient: buyer, sender: messageNumber } })).toBe(1);
});

test('an opt-out that comes while a text is under way came after it', async () => {
  const id = await world.put(nothingOpen);
  const begunAt = world.deps.now();
  world.failpoint.current = (name) => {
    if (name === 'message.answered') world.later(1_000);
  };
  await send();
  expect((await world.row(id)).sentAt).toEqual(begunAt);
});

test('a text found later counts from its first try', async () => {
  world.sender.script.push({ kind: 'lost', error: new Unanswered('reset') });
  const id = await world.put(nothingOpen);
  const firstTriedAt = world.deps.now();
  await send();
  await store.transaction((tx) =>
    tx.optOut.create({
      data: { recipient, sender: messageNumber, since: new Date(firstTriedAt.getTime() + 1) },
    }),
  );
  world.later(30_000);
  await send();
  expect(await world.row(id)).toMatchObject({ state: 'sent', sentAt: firstTriedAt });
});

test('GC-09 a buyer is told when the recipient cannot be reached, once', async () => {
  await offeredGift(store, 'gift');
  world.sender.script.push({ kind: 'refused', reason: '21211' });
  const id = await world.put(offered);
  await send();
  expect(await world.row(id)).toMatchObject({ state: 'failed', reason: '21211' });
  await send();
  expect(world.sender.taken).toHaveLength(1);
  expect(world.sender.taken[0]?.to).toBe(buyer);
  expect(world.sender.taken[0]?.body).toMatch(/최\*나 님께 한라악기 50,000원 상품권 문자가 닿지 않았습니다/);
});

test('texts to one number keep their order, and many numbers are served', async () => {
  for (let i = 0; i < 60; i += 1) {
    await world.put(nothingOpen, { id: `m${String(i).padStart(2, '0')}`, recipient: `+8210300000${10 + (i % 7)}` });
    world.later(1);
  }
  expect(await send()).toBe(50);
  expect(await send()).toBe(10);
  for (const to of new Set(world.sender.taken.map((text) => text.to))) {
    const ids = world.sender.taken.filter((text) => text.to === to).map((text) => text.messageId);
    expect(ids).toEqual([...ids].sort());
  }
});

test('facts that nobody can word are dead with a reason and keep nobody waiting', async () => {
  const id = await world.put({ kind: 'gift-eaten' } as unknown as MessageFacts);
  await world.put(nothingOpen);
  expect(await send()).toBe(2);
  expect(await world.row(id)).toMatchObject({ state: 'failed', reason: 'cannot-be-worded' });
  expect(world.sender.taken).toHaveLength(1);
});
