import { expect } from 'vitest';
import { afterQuietHours } from '../../src/core/messages/quiet-hours.ts';
import { ChatPerson } from '../chat/chatting.ts';
import { asks, customers, ownerOf, publishes, shopOf } from '../support/coupons.ts';
import { Visitor } from '../support/visitor.ts';
import { people, test } from '../support/world.ts';
import { buys } from './buying.ts';

test.for([
  ['2026-11-20T12:00:00+09:00', '2026-11-20T12:00:00+09:00'],
  ['2026-11-20T08:00:00+09:00', '2026-11-20T08:00:00+09:00'],
  ['2026-11-20T20:59:59+09:00', '2026-11-20T20:59:59+09:00'],
  ['2026-11-20T21:00:00+09:00', '2026-11-21T08:00:00+09:00'],
  ['2026-11-20T23:59:00+09:00', '2026-11-21T08:00:00+09:00'],
  ['2026-11-20T07:59:59+09:00', '2026-11-20T08:00:00+09:00'],
])('what can wait and is ready at %s comes at %s', ([ready = '', comes = '']) => {
  expect(afterQuietHours(new Date(ready), 'Asia/Seoul')).toEqual(new Date(comes));
});

test('RC-06 RC-10 by night no telephone rings for what can wait: mail comes, texts and calls come in the morning', async ({
  world,
}) => {
  const { id: shopId } = await shopOf(world, '102');
  await world.app.store.transaction((tx) =>
    tx.shop.update({
      where: { id: shopId },
      data: { threshold: 1, toldBy: '["email","text","call"]', email: 'hoon@mail.example', phone: people.hoon },
    }),
  );
  const hoon = world.phone(people.hoon);
  world.passes({ hours: 10 });
  const [asker = ''] = await customers(world, 1);
  await asks(world, asker, shopId);
  await world.settles();
  expect(await world.desk.mailbox('hoon@mail.example').mails()).toHaveLength(1);
  expect(await hoon.messages()).toEqual([]);
  const campaignId = await publishes(world, '102');
  await world.settles();
  const by = await ownerOf(world, '102');
  const { later } = (await world.app.operations.progressOf({ by, campaignId })) ?? {};
  expect(later).toEqual({ count: 1, at: new Date('2026-11-21T08:00:00+09:00') });
  const { phone } = await world.app.store.read.customer.findUniqueOrThrow({ where: { id: asker } });
  expect(await world.phone(phone).messages()).toEqual([]);
  const owner = new Visitor(world);
  await owner.signsIn('hoon@mail.example', 'demo-shop-102');
  const { html } = await owner.opens(`/shop/coupons/${campaignId}/progress`);
  expect(html).toContain('By text after the night, on 21 Nov, 08:00: 1');
  // A gift is urgent: its buyer is on the line.
  await buys(world);
  expect(await world.phone(people.yuna).messages()).toHaveLength(1);

  world.passes({ hours: 9, minutes: 59 });
  await world.settles();
  expect(await world.phone(phone).messages()).toEqual([]);
  world.passes({ minutes: 1 });
  await world.settles();
  expect(await world.phone(phone).messages()).toHaveLength(1);
  await hoon.receives(/쿠폰/);
  // The call that nobody takes becomes no second text.
  await (await hoon.rings()).declines();
  world.passes({ minutes: 10 });
  await world.settles();
  const bodies = (await hoon.messages()).map(({ body }) => body);
  expect(new Set(bodies).size).toBe(bodies.length);
});

test('RC-10 by night a coupon that the chat does not take comes as a text, and only in the morning', async ({
  world,
}) => {
  const { id: shopId } = await shopOf(world, '102');
  await new ChatPerson(world, people.yuna).signsUp();
  const { id: customerId } = await world.app.store.read.customer.findUniqueOrThrow({ where: { phone: people.yuna } });
  await asks(world, customerId, shopId);
  world.passes({ hours: 10 });
  await publishes(world, '102');
  await world.desk.faults.add({ party: 'telegram', on: 'sendPhoto', kind: 'blocked' });
  await world.settles();
  expect(await world.phone(people.yuna).messages()).toEqual([]);
  world.passes({ hours: 10 });
  await world.settles();
  await world.phone(people.yuna).receives(/20% 할인/);
  expect(await world.phone(people.yuna).messages()).toHaveLength(1);
});
