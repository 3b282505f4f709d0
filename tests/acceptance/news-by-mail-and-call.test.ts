import { expect } from 'vitest';
import { tell } from '../../src/operations/messages/tell.ts';
import { asks, publishes, shopOf } from '../support/coupons.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import { people, test, type World } from '../support/world.ts';
import { everyMessage } from '../wording/every-message.ts';
import { buys } from './buying.ts';

const yunasAddress = 'yuna@mail.example';

/** Yuna has proved her address, and wants her news there. */
async function wantsMail(world: World): Promise<void> {
  const yuna = { id: 'yuna', phone: people.yuna, name: '최유나', email: yunasAddress };
  const data = { ...yuna, locale: 'ko', newsBy: 'email', createdAt: world.now() };
  await world.app.store.transaction((tx) => tx.customer.create({ data }));
}

const linkIn = (text: string | null, place: string): string =>
  new RegExp(`https?://\\S+/${place}/[\\w-]+`).exec(text ?? '')?.[0] ?? `no /${place}/ link in: ${text}`;

const accepts = (giftUrl: string) =>
  fetch(`${giftUrl}/accept`, {
    method: 'POST',
    body: new URLSearchParams({ pin: '1357', again: '1357' }),
    redirect: 'manual',
  });

test('GC-09 GC-11 a gift comes by mail, and so does its barcode; one click ends the mail, and a card then comes by text', async ({
  world,
}) => {
  await wantsMail(world);
  await buys(world);
  const mailbox = world.desk.mailbox(yunasAddress);
  const offer = await mailbox.opens(/김지수 님이 선물을 보냈습니다/);
  expect(offer.text).toMatch(/한라악기 50,000원 상품권/);
  expect(offer.text).toMatch(/1588-0000/);
  expect((await accepts(linkIn(offer.text, 'g'))).status).toBe(303);
  await world.settles();

  const card = await mailbox.opens(/한라악기 50,000원 상품권/);
  const picture = await fetch(world.simulator.url + card.inline[0]?.url);
  const [token = ''] = await readBarcodes(Buffer.from(await picture.arrayBuffer()), 'QRCode');
  expect(await world.till('101').validates(token)).toMatchObject({ status: 200, body: { usable: true } });
  expect((await fetch(linkIn(card.text, 'w'))).status).toBe(200);
  expect(await world.phone(people.yuna).messages()).toEqual([]);

  const page = await fetch(linkIn(card.text, 'u'));
  expect(await page.text()).toContain(yunasAddress);
  expect(await world.app.store.read.optOut.count()).toBe(0);
  expect(await mailbox.unsubscribes(card)).toEqual({ kind: 'done' });
  world.passes({ seconds: 1 });
  await buys(world, { shop: '102', amountKey: '1' });
  await world.phone(people.yuna).receives(/북촌식당/);
  expect(await mailbox.mails()).toHaveLength(2);

  expect(await (await fetch(linkIn(card.text, 'u'))).text()).toContain('이제 문자로 보내 드립니다');
  const again = await fetch(`${linkIn(card.text, 'u')}/again`, { method: 'POST' });
  expect(await again.text()).toContain('메일을 그만 받으시겠습니까?');
  await buys(world, { shop: '103', amountKey: '1' });
  expect(await mailbox.mails()).toHaveLength(3);
});

test('RC-09 who stops mail gets the coupon that was asked for by text, and by mail again once that is chosen', async ({
  world,
}) => {
  await wantsMail(world);
  const { id: shopId } = await shopOf(world, '102');
  await asks(world, 'yuna', shopId);
  await publishes(world, '102');
  await world.settles();
  const mailbox = world.desk.mailbox(yunasAddress);
  const coupon = await mailbox.opens(/20% 할인/);
  await mailbox.unsubscribes(coupon);

  world.passes({ days: 1 });
  await asks(world, 'yuna', shopId);
  await publishes(world, '102');
  await world.settles();
  await world.phone(people.yuna).receives(/20% 할인/);
  expect(await mailbox.mails()).toHaveLength(1);

  expect(await world.app.operations.chooseNews('yuna', 'email')).toEqual({ kind: 'chosen' });
  await asks(world, 'yuna', shopId);
  await publishes(world, '102');
  await world.settles();
  expect(await mailbox.mails()).toHaveLength(2);
});

test('the link at the foot of a mail takes every form of one click, and a changed one opens nothing', async ({
  world,
}) => {
  await wantsMail(world);
  await buys(world);
  const { text } = await world.desk.mailbox(yunasAddress).opens(/선물/);
  const url = linkIn(text, 'u');
  for (const broken of [url.slice(0, -2), `${url}A`, `${new URL(url).origin}/u/x`, `${new URL(url).origin}/u/%00`]) {
    expect([404, 400]).toContain((await fetch(broken)).status);
    expect([404, 400]).toContain((await fetch(broken, { method: 'POST' })).status);
  }
  expect(await world.app.store.read.optOut.count()).toBe(0);
  const multipart = new FormData();
  multipart.set('List-Unsubscribe', 'One-Click');
  for (const body of [multipart, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })]) {
    expect((await fetch(url, { method: 'POST', body })).status).toBe(200);
  }
  expect(await world.app.store.read.optOut.findMany()).toMatchObject([{ recipient: yunasAddress, sender: 'email' }]);
});

test('RC-06 the shop’s telephone rings with what customers want; whoever is out gets a text', async ({ world }) => {
  const { store, workers } = world.app;
  const facts = everyMessage['demand-reached'];
  const ask = (key: string, recipient: string) =>
    store.transaction((tx) =>
      tell(tx, { now: world.now, newId: () => `id-${key}` }, { key, channel: 'call', recipient, locale: 'ko', facts }),
    );
  await ask('at home', people.sora);
  await ask('out', people.minho);
  await workers.finish();
  await world.simulator.idle();
  const call = await (await world.phone(people.sora).rings()).answers();
  call.hears(/북촌식당에 손님 스무 명이 쿠폰을 요청했습니다/);
  await (await world.phone(people.minho).rings()).declines();
  world.passes({ minutes: 6 });
  await world.settles();
  await world.phone(people.minho).receives(/손님 20명이 쿠폰을 요청했습니다/);
  expect(await store.read.outboxMessage.findUniqueOrThrow({ where: { key: 'at home' } })).toMatchObject({
    state: 'delivered',
  });
});
