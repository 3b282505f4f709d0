import { test as base, expect } from 'vitest';
import { tell } from '../../src/operations/messages/tell.ts';
import { providersPace } from '../../src/outbox/pace.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import { people, test, World } from '../support/world.ts';
import { everyMessage } from '../wording/every-message.ts';
import { buys } from './buying.ts';

/** Has started the bot, and is known by the number of the phone. */
async function isInTheChat(world: World, phone: string): Promise<void> {
  const { chatter } = world.desk.messenger;
  await chatter(phone).starts();
  const { chat } = await chatter(phone).reads();
  await knows(world, { phone, userId: chat });
}

async function knows(world: World, { phone, userId }: { phone: string; userId: number }): Promise<void> {
  const id = `customer-${phone}`;
  const [locale, createdAt] = ['ko', world.now()];
  await world.app.store.transaction(async (tx) => {
    await tx.customer.create({ data: { id, phone, name: '손님', locale, newsBy: 'chat', createdAt } });
    const user = { id: userId.toString(36), customerId: id };
    await tx.chatUser.upsert({
      where: { id: user.id },
      create: { ...user, name: '손님', locale, createdAt },
      update: user,
    });
  });
}

test('GC-09 GC-11 GC-15 gift, barcode and news come in the chat; who blocks the bot gets the next one by text', async ({
  world,
}) => {
  const { store } = world.app;
  await isInTheChat(world, people.yuna);
  await isInTheChat(world, people.jisu);
  await buys(world);
  const [yuna, jisu] = [people.yuna, people.jisu].map((phone) => world.desk.messenger.chatter(phone));
  const offer = await yuna?.sees(/김지수 님이 한라악기 50,000원 상품권을 보냈습니다/);
  expect(offer?.buttons.flat().map(({ text }) => text)).toEqual(['선물 받기', '사양하기']);
  await jisu?.sees(/결제됐습니다/);

  const { id: giftId } = await store.read.gift.findFirstOrThrow();
  expect(offer?.buttons[0]?.[0]?.callback_data).toBe(`accept-gift:${giftId}`);
  await world.phone(people.yuna).texts('1357');
  await world.settles();
  const card = await yuna?.sees(/이 그림을 보이고/);
  if (!card) throw new Error('no card');
  const [number = ''] = await readBarcodes(await world.desk.messenger.picture(card), 'Code128');
  expect(card.text.replaceAll(' ', '')).toContain(number);
  await world.till('101').redeems({ code: number, pin: '1357', amount: 20_000 });
  await world.settles();
  await jisu?.sees(/20,000원을 썼습니다/);
  expect(await world.phone(people.jisu).messages()).toEqual([]);

  await yuna?.blocks();
  world.passes({ minutes: 1 });
  await buys(world, { shop: '102', amountKey: '1' });
  const { body } = await world.phone(people.yuna).receives(/북촌식당 10,000원 상품권/);
  expect(body).toMatch(/4.6자리를 답장/);
  expect(await store.read.chatUser.count({ where: { blockedAt: { not: null } } })).toBe(1);
  expect(await store.read.outboxMessage.count({ where: { kind: 'gift-offered', channel: 'text' } })).toBe(1);
});

base(
  'RC-10 a hundred people have their coupon in the chat within seconds, each once, and Telegram is never asked too fast',
  async () => {
    const world = await World.open({ pace: providersPace });
    const { store, workers } = world.app;
    // The bot tells where it is first, and is not what the fault is meant for.
    await world.settles();
    const count = 100;
    const { ids } = await world.desk.messenger.addPeople({ firstName: '손님', count, started: true });
    const deps = { now: world.now, newId: () => crypto.randomUUID() };
    const facts = { ...everyMessage.coupon, campaignId: 'winter' };
    for (let index = 0; index < count; index++) {
      const phone = `+8210${40_000_000 + index}`;
      await knows(world, { phone, userId: ids[0] + index });
      const telling = { key: `coupon:${index}`, recipient: phone, facts, bulk: true, campaignId: 'winter' };
      await store.transaction((tx) => tell(tx, deps, telling));
    }
    await world.desk.faults.add({ party: 'telegram', kind: 'status-429', retryAfterSeconds: 2 });
    const sent = () => store.read.outboxMessage.count({ where: { campaignId: 'winter', state: 'sent' } });
    let seconds = 0;
    for (; (await sent()) < count && seconds < 30; seconds += 0.2) {
      await workers.finish();
      world.passes({ seconds: 0.2 });
    }
    expect(seconds).toBeLessThan(10);
    const asked = (await world.desk.requests('telegram')).filter(({ path }) => path.includes('/send'));
    expect(asked.filter(({ status }) => status === 429)).toHaveLength(1);
    for (const userId of [ids[0], ids[0] + 50, ids[1]]) {
      const { messages } = await world.desk.messenger.chatter(userId).reads();
      expect(messages.filter(({ from }) => from.isBot)).toHaveLength(1);
    }
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(count);
    await world.isSound();
    await world.close();
  },
);
