import { expect, test } from 'vitest';
import { people } from '../support/world.ts';
import { betweenProcesses, type House } from './house.ts';
import { confirmation, holds, newRecipient, sells } from './sold.ts';

betweenProcesses((house) => {
  test('two processes that send at once send each message once', async () => {
    for (let gift = 0; gift < 8; gift++) await sells(house());
    const before = await waiting(house());
    expect(before).toBe(16);
    const [one, other] = house().others;
    await Promise.all([one.finishes(), other.finishes()]);
    await house().world.settles();
    const rows = await house().world.app.store.read.outboxMessage.findMany();
    expect(rows.filter(({ state }) => state !== 'delivered')).toEqual([]);
    expect(new Set(rows.map(({ providerId }) => providerId)).size).toBe(rows.length);
    expect(await timesAsked(house(), /\/Messages\.json$/)).toBe(rows.length);
    await house().isSound();
  });

  test('two processes that sweep at once let each gift lapse once, and pay each back once', async () => {
    const { world, others } = house();
    const gifts = await Promise.all([sells(house()), sells(house()), sells(house()), sells(house())]);
    await world.settles();
    await house().passes({ days: 31 });
    const refundsBefore = (await world.desk.refunds()).length;
    const open = await world.app.store.read.gift.count({ where: { state: 'offered' } });
    const lapsed = await Promise.all(others.map((other) => other.does('lapseGifts')));
    expect(lapsed.reduce((sum, one) => sum + one, 0)).toBe(open);
    await Promise.all(others.map((other) => other.does('chasePayments')));
    await world.settles();
    expect((await world.desk.refunds()).length - refundsBefore).toBe(open);
    for (const { holdId } of gifts) {
      const intent = (await world.desk.intents()).find(({ metadata }) => metadata.hold === holdId);
      expect((await world.desk.refunds()).filter((one) => one.payment_intent === intent?.id)).toHaveLength(1);
    }
    await house().isSound();
  });

  test('a capture whose answer was lost is looked after by two processes at once: one charge, one certificate', async () => {
    const { world, others } = house();
    for (const kind of ['lost-answer', 'lost-request'] as const) {
      const holdId = await holds(house());
      await world.desk.faults.add({ party: 'stripe', on: '/capture', kind, times: 10 });
      await house().branch(2).does('confirmPurchase', confirmation(holdId, newRecipient()));
      await world.desk.faults.clear();
      await house().passes({ minutes: 1 });
      await Promise.all([...others, ...others].map((other) => other.does('chasePayments')));
      await world.settles();
      const intent = (await world.desk.intents()).find(({ metadata }) => metadata.hold === holdId);
      expect(intent).toMatchObject({ status: 'succeeded', amount_received: 50_000 });
      expect(await world.app.store.read.certificate.count({ where: { purchase: { holdId } } })).toBe(1);
    }
    await world.phone(people.jisu).receives(/한라악기.*50,000원/s);
    await house().isSound();
  });
});

const waiting = ({ world }: House): Promise<number> =>
  world.app.store.read.outboxMessage.count({ where: { state: 'scheduled' } });

async function timesAsked({ world }: House, path: RegExp): Promise<number> {
  const requests = await world.desk.requests('twilio');
  return requests.filter((request) => request.method === 'POST' && path.test(request.path)).length;
}
