import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditOutbox } from '../../src/operations/audit/outbox.ts';
import { tell } from '../../src/operations/messages/tell.ts';
import { Unanswered } from '../../src/operations/ports.ts';
import { checkSentMessages } from '../../src/outbox/check-sent-messages.ts';
import { recordDelivery } from '../../src/outbox/record-delivery.ts';
import { sendBulk } from '../../src/outbox/send-bulk.ts';
import { sendDueMessages } from '../../src/outbox/send-due-messages.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore, type TemporaryDatabase, temporarySqlite } from '../support/database.ts';
import { everyMessage } from '../wording/every-message.ts';
import { buyer, messageNumber, type OutboxWorld, offeredGift, outboxWorld, recipient } from './outbox-world.ts';

const { card, coupon } = everyMessage;
const offered = { ...everyMessage['gift-offered'], giftId: '0199c0de-0000-7000-8000-000000000001' };
const demand = everyMessage['demand-reached'];
const chatId = 'k3v9x';
const address = 'yuna@mail.example';
const jpeg = { bytes: Buffer.from('a picture'), type: 'image/jpeg' } as const;

let database: TemporaryDatabase;
let store: Store;
let world: OutboxWorld;

beforeEach(async () => {
  database = await temporarySqlite();
  store = await openTestStore(database.url);
  world = outboxWorld(store);
});
afterEach(async () => {
  expect(await auditOutbox(store)).toEqual([]);
  await store.close();
  await database.dispose();
});

/** Yuna, who is known to the bot. */
async function signsUp(newsBy: 'chat' | 'text' | 'email', locale = 'ko'): Promise<void> {
  const createdAt = world.deps.now();
  await store.transaction(async (tx) => {
    await tx.customer.create({
      data: { id: 'yuna', phone: recipient, name: '최유나', locale, newsBy, email: address, createdAt },
    });
    await tx.chatUser.create({ data: { id: chatId, name: 'Yuna', locale, customerId: 'yuna', createdAt } });
  });
}

async function told(facts: Parameters<typeof tell>[2]['facts'], key: string = facts.kind) {
  await store.transaction((tx) => tell(tx, world.deps, { key, recipient, facts }));
  return store.read.outboxMessage.findUniqueOrThrow({ where: { key } });
}

const byText = () => sendDueMessages(world.deps, 'text');
const byChat = () => sendDueMessages(world.deps, 'chat');
const byMail = () => sendDueMessages(world.deps, 'email');

test('GC-09 a customer hears of a gift where they chose to, and by text where that way is closed', async () => {
  expect(await told(offered, 'stranger')).toMatchObject({ channel: 'text', recipient, locale: 'ko' });
  await signsUp('chat', 'ja');
  expect(await told(offered, 'in the chat')).toMatchObject({ channel: 'chat', recipient: chatId, locale: 'ja' });
  expect(await told(everyMessage['link-code'])).toMatchObject({ channel: 'text', recipient });
  expect(await told(everyMessage['reply-help'])).toMatchObject({ channel: 'text', recipient });
  const change = (data: object) => store.transaction((tx) => tx.customer.updateMany({ data }));
  await change({ newsBy: 'email' });
  expect(await told(offered, 'by mail')).toMatchObject({ channel: 'email', recipient: address });
  await change({ newsBy: 'email', email: null });
  expect(await told(offered, 'no address')).toMatchObject({ channel: 'text', recipient });
  await change({ newsBy: 'chat' });
  await store.transaction((tx) => tx.chatUser.updateMany({ data: { blockedAt: world.deps.now() } }));
  expect(await told(offered, 'blocked')).toMatchObject({ channel: 'text', recipient });
});

test('GC-09 GC-11 in the chat a gift has buttons, a card its picture, and nothing opens by what is kept', async () => {
  await signsUp('chat');
  await told(offered);
  world.later(1);
  await told(card);
  world.picture.current = jpeg;
  expect(await byChat()).toBe(2);
  const [gift, certificate] = world.chat.taken;
  expect(gift?.buttons).toEqual([
    { label: '선물 받기', data: `accept-gift:${offered.giftId}` },
    { label: '사양하기', data: `refuse-gift:${offered.giftId}` },
  ]);
  expect(gift?.body).toContain('아래 버튼으로');
  expect(gift?.body).not.toContain('답장');
  expect(certificate).toMatchObject({ to: chatId, picture: jpeg, buttons: [] });
  expect(certificate?.body).toContain('이 그림을 보이고');
  const row = await store.read.outboxMessage.findUniqueOrThrow({ where: { key: 'card' } });
  expect(row).toMatchObject({ state: 'sent', settledAt: world.deps.now(), providerId: 'chat0002' });
  expect(row.body).toContain('/w/***');
  world.later(86_400_000);
  expect(await checkSentMessages(world.deps)).toBe(0);
});

test('EC-03 below a coupon whose holder has no PIN yet is a button that makes one; a mail says where that is', async () => {
  await signsUp('chat');
  const facts = { ...coupon, pinAsked: 'no-pin-yet' } as const;
  await told(facts, 'in the chat');
  await told(coupon, 'without a PIN');
  await store.transaction((tx) => tx.customer.updateMany({ data: { newsBy: 'email' } }));
  await told(facts, 'by mail');
  world.later(1);
  await byChat();
  await byMail();
  expect(world.chat.taken.map(({ buttons }) => buttons)).toEqual([
    [{ label: 'PIN 만들기', data: `make-pin:${coupon.voucherId}` }],
    [],
  ]);
  expect(world.email.taken[0]?.text).toContain('텔레그램 대화의 설정에서 먼저 만들어 주세요.');
});

test('a picture that cannot be drawn keeps nobody from the link', async () => {
  await signsUp('chat');
  await told(card);
  world.picture.current = new Error('no fonts');
  await byChat();
  expect(world.chat.taken[0]).toMatchObject({ picture: null });
  expect(world.chat.taken[0]?.body).toContain('아래 주소의 바코드');
  expect(world.logged.map(({ message }) => message)).toEqual(['the picture of a message could not be drawn']);
});

test('who blocked the bot gets the news by text, once, and is not written to again', async () => {
  await signsUp('chat');
  await told(offered, 'first');
  await told(coupon, 'second');
  world.chat.script.push({ kind: 'refused', reason: 'blocked', gone: true });
  await byChat();
  await byText();
  await byText();
  expect(world.chat.taken).toEqual([]);
  expect(world.sender.taken.map(({ to }) => to)).toEqual([recipient, recipient]);
  expect(world.sender.taken[0]?.body).toContain('답장해 주세요');
  expect(world.sender.taken[1]?.mediaUrl).toBe('https://gift.example/coupons/v1.jpg');
  expect((await store.read.chatUser.findUniqueOrThrow({ where: { id: chatId } })).blockedAt).toEqual(world.deps.now());
  expect(await store.read.outboxMessage.count()).toBe(4);
});

test('GC-09 neither by chat nor by text: then the buyer is told', async () => {
  await offeredGift(store, offered.giftId);
  await signsUp('chat');
  await told(offered);
  world.chat.script.push({ kind: 'refused', reason: 'blocked', gone: true });
  world.sender.script.push({ kind: 'refused', reason: '21211' });
  await byChat();
  await byText();
  expect(world.sender.taken).toEqual([]);
  await byText();
  expect(world.sender.taken.map(({ to }) => to)).toEqual([buyer]);
});

test('a messenger that is silent is asked once more, and then it is a text', async () => {
  await signsUp('chat');
  const { id } = await told(offered);
  world.chat.script.push({ kind: 'lost', error: new Unanswered('silence') }, new Unanswered('silence'));
  await byChat();
  expect(await byChat()).toBe(0);
  world.later(30_000);
  await byChat();
  expect(await world.row(id)).toMatchObject({ state: 'failed', reason: 'unanswered', tries: 2 });
  await byText();
  expect(world.chat.taken).toHaveLength(1);
  expect(world.sender.taken).toHaveLength(1);
});

test('RC-10 a mail has its picture, a page to open, and a way to end it; who ended it gets what matters by text', async () => {
  await signsUp('email', 'en');
  world.picture.current = jpeg;
  const { id } = await told(coupon);
  await byMail();
  const [mail] = world.email.taken;
  expect(mail).toMatchObject({
    to: address,
    fromName: 'Giftline',
    subject: 'A coupon from Bukchon Table: 20% off (up to 5,000 won)',
    picture: { ...jpeg, cid: `${id}@giftline` },
    unsubscribeUrl: 'https://gift.example/u/STOPTOKEN17',
  });
  expect(mail?.html).toContain(`src="cid:${id}@giftline"`);
  expect(mail?.html).toContain('href="https://gift.example/w/PAGETOKENv11"');
  expect(mail?.text).toContain('A coupon from Bukchon Table: 20% off');
  expect(mail?.text).not.toContain('Giftline: ');
  const kept = (await world.row(id)).body ?? '';
  expect(kept).toContain('/w/***');
  expect(kept).not.toMatch(/PAGETOKEN|STOPTOKEN/);

  world.later(1_000);
  await store.transaction((tx) =>
    tx.optOut.create({ data: { recipient: address, sender: 'email', since: world.deps.now() } }),
  );
  await told(card);
  await store.transaction((tx) =>
    tell(tx, world.deps, { key: 'one of many', recipient, facts: coupon, bulk: true, campaignId: 'k1' }),
  );
  await byMail();
  await sendBulk(world.deps, 'email');
  await byText();
  expect(world.email.taken).toHaveLength(1);
  expect(world.sender.taken.map(({ body }) => body)).toEqual([expect.stringContaining('certificate')]);
  const many = await store.read.outboxMessage.findUniqueOrThrow({ where: { key: 'one of many' } });
  expect(many).toMatchObject({ state: 'failed', reason: 'opted-out' });
});

test('a mailbox that is no more: the customer gets a text, the shop’s mail is dead with its reason', async () => {
  await signsUp('email');
  await told(offered);
  const shopMail = { key: 'demand', channel: 'email', recipient: 'shop@bukchon.example', locale: 'ko' } as const;
  await store.transaction((tx) => tell(tx, world.deps, { ...shopMail, facts: demand }));
  world.email.script.push({ kind: 'refused', reason: 'smtp 550' }, { kind: 'refused', reason: 'smtp 550' });
  await byMail();
  await byText();
  expect(world.sender.taken.map(({ to }) => to)).toEqual([recipient]);
  const dead = await store.read.outboxMessage.findMany({ where: { state: 'failed' }, select: { reason: true } });
  expect(dead).toEqual([{ reason: 'smtp 550' }, { reason: 'smtp 550' }]);
});

test('a link that proves an address goes there and nowhere else, and can be ended by nobody', async () => {
  const facts = { ...everyMessage['email-link'], email: address };
  await store.transaction((tx) => tell(tx, world.deps, { key: 'proof', channel: 'email', recipient: address, facts }));
  await byMail();
  expect(world.email.taken).toMatchObject([{ to: address, unsubscribeUrl: null }]);
  expect(world.email.taken[0]?.text).toContain('https://gift.example/e/EMAILTOKENp1');
});

test('what is about a password comes to who wants no more mail, and to nobody’s telephone', async () => {
  await signsUp('email');
  const since = world.deps.now();
  await store.transaction((tx) => tx.optOut.create({ data: { recipient: address, sender: 'email', since } }));
  for (const kind of ['password-link', 'password-changed'] as const) {
    world.later(1_000);
    const telling = { key: kind, channel: 'email', recipient: address, locale: 'ko' } as const;
    await store.transaction((tx) => tell(tx, world.deps, { ...telling, facts: everyMessage[kind] }));
  }
  world.email.script.push({ kind: 'sent', providerId: 'first' }, { kind: 'refused', reason: 'smtp 550' });
  await byMail();
  await byText();
  expect(world.sender.taken).toEqual([]);
  const rows = await store.read.outboxMessage.findMany({ orderBy: { key: 'desc' } });
  expect(rows.map(({ key, state }) => [key, state])).toEqual([
    ['password-link', 'sent'],
    ['password-changed', 'failed'],
  ]);
  expect(rows[0]?.body).toContain('https://gift.example/shop/password/***');
  expect(rows[0]?.body).not.toContain('PASSWORDTOKEN');
});

test('a code comes by text and is not kept', async () => {
  const { id } = await told(everyMessage['link-code']);
  await byText();
  expect(world.sender.taken[0]?.body).toContain('확인 번호 042017.');
  expect((await world.row(id)).body).toContain('확인 번호 ***.');
});

test('RC-06 the shop’s telephone rings and says what customers want; where nobody takes it up, it is a text', async () => {
  await store.transaction((tx) =>
    tell(tx, world.deps, { key: 'rings', channel: 'call', recipient, locale: 'ko', facts: demand }),
  );
  await sendDueMessages(world.deps, 'call');
  const [call] = world.call.taken;
  const heard = call?.say.map(({ text }) => text).join(' ');
  expect(heard).toContain('북촌식당에 손님 스무 명이 쿠폰을 요청했습니다. 이십 퍼센트 할인, 열두 명.');
  expect(call?.say[0]).toMatchObject({ language: 'ko-KR', voice: 'Polly.Seoyeon-Neural' });
  const end = { messageId: null, providerId: 'CA0001', status: 'no-answer', errorCode: null };
  await recordDelivery(world.deps, end);
  await byText();
  expect(world.sender.taken).toMatchObject([{ to: recipient }]);
  expect(world.sender.taken[0]?.body).toContain('https://gift.example/shop');
});

test('opt-outs are those of one sender: who wants no texts still gets mail, and the other way round', async () => {
  await signsUp('email');
  const since = world.deps.now();
  await store.transaction((tx) => tx.optOut.create({ data: { recipient, sender: messageNumber, since } }));
  world.later(1_000);
  await told(card);
  await byMail();
  expect(world.email.taken).toHaveLength(1);
});
