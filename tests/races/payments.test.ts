import { expect, test, vi } from 'vitest';
import { type House, inBothHouses } from './house.ts';
import { atOnce, confirmation, holds, newRecipient, tally } from './sold.ts';

const patience = { timeout: 10_000 };

inBothHouses((house) => {
  test('a purchase confirmed ten times at once is charged once and makes one certificate', async () => {
    const holdId = await holds(house());
    const ask = confirmation(holdId, newRecipient());
    const outcomes = await atOnce(10, (turn) => house().branch(turn).does('confirmPurchase', ask));
    expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ bought: 10 });
    expect(await certificates(house(), holdId)).toBe(1);
    expect(await intentOf(house(), holdId)).toMatchObject({ status: 'succeeded', amount_received: 50_000 });
    await house().isSound();
  });

  test('a purchase confirmed and given up at once is one of the two', async () => {
    for (let round = 0; round < 5; round++) {
      const holdId = await holds(house());
      const [confirmed] = await Promise.all([
        house().branch(round).does('confirmPurchase', confirmation(holdId, newRecipient())),
        house()
          .branch(round + 1)
          .does('releaseHold', holdId),
      ]);
      // Giving up is told to the card company behind the call: when its lease is over, somebody else sees to it.
      await house().passes({ seconds: 30 });
      await house().world.settles();
      const bought = confirmed.kind === 'bought';
      expect(await certificates(house(), holdId)).toBe(bought ? 1 : 0);
      expect((await intentOf(house(), holdId))?.status).toBe(bought ? 'succeeded' : 'canceled');
    }
    await house().isSound();
  });

  test('a purchase confirmed where one clock says that the hold has run out is bought or released, and never both', async () => {
    const { others, world } = house();
    const afterwards = new Date(world.now().getTime() + 11 * 60_000);
    for (let round = 0; round < 5; round++) {
      const holdId = await holds(house());
      for (const other of others) await other.isAt(afterwards);
      const [confirmed] = await Promise.all([
        house().branch(2).does('confirmPurchase', confirmation(holdId, newRecipient())),
        others[0].does('chasePayments'),
        others[1].does('chasePayments'),
      ]);
      for (const other of others) await other.isAt(world.now());
      await house().passes({ seconds: 30 });
      await world.settles();
      const bought = (await certificates(house(), holdId)) === 1;
      if (confirmed.kind !== 'waiting') expect(confirmed.kind === 'bought').toBe(bought);
      expect((await intentOf(house(), holdId))?.status).toBe(bought ? 'succeeded' : 'canceled');
    }
    await house().isSound();
  });

  test('old news of a hold, heard late and past its time, takes back nothing that was bought meanwhile', async () => {
    const { others, world } = house();
    const holdId = await holds(house());
    await world.simulator.idle();
    await house().branch(1).does('hearOfPayment', { holdId, gatewayId: null });
    await world.desk.faults.add({
      party: 'stripe',
      on: '/payment_intents/',
      method: 'GET',
      kind: 'late',
      delayMs: 60_000,
    });
    const chased = others[0].does('chasePayments');
    await vi.waitUntil(async () => (await world.desk.faults.list()).faults.some(({ hits }) => hits === 1), patience);
    const confirmed = await house().branch(1).does('confirmPurchase', confirmation(holdId, newRecipient()));
    expect(confirmed.kind).toBe('bought');
    await others[0].isAt(new Date(world.now().getTime() + 11 * 60_000));
    await world.desk.faults.clear();
    await chased;
    expect(await world.app.store.read.hold.findUnique({ where: { id: holdId } })).toMatchObject({ state: 'captured' });
    await house().passes({ minutes: 12 });
    await world.settles();
    expect(await world.app.store.read.refund.count({ where: { holdId } })).toBe(0);
    await house().isSound();
  });

  test('ten calls that ask for the same hold at once hold the money once', async () => {
    const { world } = house();
    const first = await holds(house());
    const { key, memberId, shopId, callerPhone } = await world.app.store.read.hold.findUniqueOrThrow({
      where: { id: first },
    });
    const ask = { key: `${key}:again`, memberId, shopId, amount: { minor: 30_000n, currency: 'KRW' as const } };
    const before = (await world.desk.intents()).length;
    const outcomes = await atOnce(10, (turn) =>
      house()
        .branch(turn)
        .does('holdPayment', { ...ask, caller: callerPhone }),
    );
    expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ held: 10 });
    expect(new Set(outcomes.map((one) => 'holdId' in one && one.holdId)).size).toBe(1);
    expect((await world.desk.intents()).length).toBe(before + 1);
    await house().passes({ minutes: 11 });
    await house().isSound();
  });
});

const certificates = ({ world }: House, holdId: string): Promise<number> =>
  world.app.store.read.certificate.count({ where: { purchase: { holdId } } });

const intentOf = async ({ world }: House, holdId: string) =>
  (await world.desk.intents()).find(({ metadata }) => metadata.hold === holdId);
