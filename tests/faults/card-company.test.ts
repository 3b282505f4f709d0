import { describe, expect, test } from 'vitest';
import { callsUpToConfirm } from '../acceptance/buying.ts';
import type { FaultAsk, PhoneCall } from '../support/desk.ts';
import { people, type World } from '../support/world.ts';
import {
  allStruck,
  bought,
  buysAndIsRefused,
  buysPatiently,
  figuresOf,
  inAWorld,
  nothing,
  refused,
  timePassesWhile,
  trouble,
} from './trouble.ts';

figuresOf('the card company late, silent after charging, answering twice, sending events before the answer');

/** The stripe client repeats a closed connection once by itself: two must be lost for us to notice. */
const bad: [string, Pick<FaultAsk, 'kind' | 'times' | 'retryAfterSeconds' | 'delayMs'>][] = [
  ['whose answer is lost', { kind: 'lost-answer', times: 2 }],
  ['that is lost on the way', { kind: 'lost-request', times: 2 }],
  ['that meets an error', { kind: 'status-500' }],
  ['that is one too many', { kind: 'status-429', retryAfterSeconds: 3 }],
  ['that is answered late', { kind: 'late', delayMs: 400 }],
];
const request = { party: 'stripe', method: 'POST' } as const;

describe.each(bad)('a request %s', (_, how) => {
  test('to hold, to take and to give back the money: the buyer waits, pays once and gets it back once', () =>
    inAWorld(refused, async (world) => {
      for (const on of ['/payment_intents', '/capture', '/refunds']) await trouble(world, { ...request, on, ...how });
      await buysAndIsRefused(world);
      world.passes({ seconds: 10 });
      await world.settles();
      await allStruck(world);
      expect(await world.desk.intents()).toHaveLength(1);
    }));

  test('to let the money go: a buyer who gave up has paid nothing', () =>
    inAWorld(nothing, async (world) => {
      await trouble(world, { ...request, on: '/cancel', ...how });
      await callsUpToConfirm(world).then((call) => call.presses('2').hears(/그만두었습니다/));
      await world.settles();
      await allStruck(world);
    }));
});

describe('a buyer whose card company does not answer at all', () => {
  const isDeaf = (world: World) => trouble(world, { party: 'stripe', kind: 'lost-answer', times: 1_000 });

  test('when the money is to be held, hears so, and pays nothing', () =>
    inAWorld(nothing, async (world) => {
      await isDeaf(world);
      const call = await callsUpToAmount(world);
      await call.presses('3').hears(/카드사 답이 늦어지고 있어요. 이 상품권의 돈은 나가지 않았습니다/);
      await world.desk.faults.clear();
    }));

  test('when the money is to be taken, hears that news will come by text, and has bought', () =>
    inAWorld(bought, async (world) => {
      const call = await callsUpToConfirm(world);
      await isDeaf(world);
      await call.presses('1').hears(/카드사 답이 늦어지고 있어요. 결과를 문자로 알려 드리겠습니다/);
      await world.desk.faults.clear();
    }));

  test('when the money is to be given back, gets it when the card company answers again', () =>
    inAWorld(refused, async (world) => {
      await buysPatiently(world);
      await isDeaf(world);
      await world.phone(people.yuna).texts('2');
      await world.settles();
      world.passes({ minutes: 5 });
      await world.settles();
      await world.desk.faults.clear();
    }));

  test('may call again within ten minutes, and hears of the same payment', () =>
    inAWorld(bought, async (world) => {
      const call = await callsUpToConfirm(world);
      await isDeaf(world);
      await call.presses('1').hears(/결과를 문자로/);
      await world.desk.faults.clear();
      await world.settles();
      const again = world
        .phone(people.jisu)
        .dials()
        .hears(/끊긴 구매/)
        .presses('2580#')
        .hears(/결제됐습니다/);
      await (await timePassesWhile(world, again)).hangsUp();
    }));
});

test('a card company that answers twice: the buyer pays once and gets it back once', () =>
  inAWorld(refused, async (world) => {
    // The answer to the first request comes late, so that it is asked again: both are answered.
    for (const on of ['/payment_intents', '/capture', '/refunds']) {
      await trouble(world, { ...request, on, kind: 'lost-answer', times: 2 });
      await trouble(world, { ...request, on, kind: 'late', delayMs: 300 });
    }
    await buysAndIsRefused(world);
    world.passes({ seconds: 10 });
    await world.settles();
    expect(await world.desk.intents()).toHaveLength(1);
    expect(await world.desk.refunds()).toHaveLength(1);
  }));

describe('events of the card company', () => {
  const events = { party: 'webhooks', on: '/payments/stripe', times: 100 } as const;

  test.for([
    ['come before the answers', 'before-answer'],
    ['come twice', 'duplicate'],
    ['never come', 'lost'],
  ] as const)('%s: the buyer pays once and gets it back once', ([_, kind]) =>
    inAWorld(refused, async (world) => {
      await trouble(world, { ...events, kind });
      await buysAndIsRefused(world);
      await allStruck(world);
    }),
  );

  test('come late, backwards and three times: the buyer pays once and gets it back once', () =>
    inAWorld(refused, async (world) => {
      await trouble(world, { ...events, kind: 'held' });
      await buysAndIsRefused(world);
      await allStruck(world);
      await world.desk.faults.clear();
      const released = await world.desk.release({ order: 'reversed', copies: 3 });
      expect(released.filter(({ status }) => status !== 200)).toEqual([]);
      await world.settles();
    }));

  test('come while the buyer waits for an answer that was lost: the payment goes on at once', () =>
    inAWorld(bought, async (world) => {
      const call = await callsUpToConfirm(world);
      await trouble(world, { ...request, on: '/capture', kind: 'lost-answer', times: 2 });
      await (await timePassesWhile(world, call.presses('1').hears(/결제됐습니다/))).hangsUp();
    }));
});

const callsUpToAmount = (world: World): PromiseLike<PhoneCall> =>
  world.phone(people.jisu).dials().presses('1').presses('100001#').presses('2580#').presses('101#').hears(/3번/);
