import { setImmediate as aTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { money } from '../../src/core/money.ts';
import { openKeys } from '../../src/providers/keys.ts';
import { inLanes } from '../faults/lanes.ts';
import { figure } from '../support/figure.ts';
import { quickSqlite } from '../support/quick-database.ts';
import { people, World } from '../support/world.ts';

const purchases = 1_000;
/** As many as the card company is asked at once. */
const buyersAtOnce = 60;
const lost = 0.3;
const doubled = 1.3;
const amounts = [10_000, 30_000, 50_000] as const;
/** Every so manieth buyer changes their mind before paying; every so manieth recipient refuses. */
const givesUp = 10;
const refuses = 9;
/** What a caller waits for an answer at most, in rounds. */
const mostRounds = 24;

test('1,000 purchases with 30 % of answers lost, 30 % of events doubled, all reordered: after 15 minutes none is stuck', {
  timeout: 180_000,
}, async () => {
  const world = await World.open({ database: await quickSqlite(), limits: { patienceMs: 600 } });
  try {
    await world.desk.faults.add({ party: 'stripe', kind: 'lost-answer', probability: lost, times: 1_000_000 });
    await world.desk.faults.add({ party: 'webhooks', on: '/payments/stripe', kind: 'held', times: 1_000_000 });
    const buyers = await buyersOf(world);
    const lane = inLanes(buyersAtOnce);
    const clock = new Clock(world);
    const told = await clock.runsWhile(
      Promise.all(Array.from({ length: purchases }, (_, nth) => lane(() => buys(world, clock, buyers, nth)))),
    );
    const refused = await recipientsRefuse(world);
    for (let minute = 0; minute < 15; minute += 1) {
      world.passes({ minutes: 1 });
      await comesInAnyOrder(world, minute);
      await doWhatIsDue(world);
    }
    const end = await endOf(world);
    const answers = await world.desk.faults.list().then(({ faults }) => faults[0]?.hits ?? 0);
    figure('1,000 purchases, 30 % of answers lost, 30 % of events doubled, all reordered', {
      'answers lost': answers,
      captures: end.captures,
      certificates: end.certificates,
      refunds: end.refunds,
      'given up': told.filter((kind) => kind === 'gave-up').length,
      'stuck after 15 minutes': end.stuck.length,
    });
    expect(end.stuck).toEqual([]);
    expect(end.captures).toBe(end.certificates + end.refunds);
    expect(end.captured).toBe(end.worth + end.returned);
    expect(end.captures).toBeGreaterThan(purchases * 0.8);
    expect(end.refunds).toBeGreaterThanOrEqual(refused);
    expect(answers).toBeGreaterThan(purchases * lost);
    await world.desk.faults.clear();
    await world.isSound();
  } finally {
    await world.close();
  }
});

type Buyer = { memberId: string; shopId: string; phone: string };

async function buyersOf({ app: { store } }: World): Promise<Buyer[]> {
  const phones = [people.jisu, people.sora];
  const members = await store.read.member.findMany({ where: { phone: { in: phones } } });
  const { id: shopId } = await store.read.shop.findUniqueOrThrow({ where: { code: '101' } });
  return members.map(({ id, phone }) => ({ memberId: id, shopId, phone }));
}

/** As a call does it: the money is held, then taken; a late answer is asked for again, a bounded number of times. */
async function buys({ app: { operations } }: World, clock: Clock, buyers: Buyer[], nth: number): Promise<string> {
  const buyer = buyers[nth % buyers.length];
  if (!buyer) throw new Error('nobody buys');
  const { memberId, shopId, phone: caller } = buyer;
  const amount = money(BigInt(amounts[nth % amounts.length] ?? 10_000), 'KRW');
  const held = await patiently(clock, () =>
    operations.holdPayment({ key: `purchase ${nth}`, memberId, shopId, amount, caller }),
  );
  if (held.kind !== 'held') return held.kind;
  if (nth % givesUp === 0) {
    await operations.releaseHold(held.holdId);
    return 'gave-up';
  }
  const recipientPhone = `+8210${50_000_000 + nth}`;
  const confirmation = { channel: 'phone', caller, recipientPhone, recipientName: null, greeting: null } as const;
  const bought = await patiently(clock, () => operations.confirmPurchase({ holdId: held.holdId, ...confirmation }));
  return bought.kind;
}

async function patiently<T extends { kind: string }>(clock: Clock, ask: () => Promise<T>): Promise<T> {
  let answer = await ask();
  for (let round = 1; round < mostRounds && answer.kind === 'waiting'; round += 1) {
    await clock.ticks();
    answer = await ask();
  }
  return answer;
}

/** A round of waiting on the line, with its pause. */
const tickSeconds = 1.6;

/** While people buy, time passes, what is due is done, and what the card company has to tell comes in any order. */
class Clock {
  readonly #world: World;
  #waiting: (() => void)[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  ticks(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async runsWhile<T>(deeds: Promise<T>): Promise<T> {
    let over = false;
    const end = () => {
      over = true;
    };
    deeds.then(end, end);
    for (let round = 0; !over; round += 1) {
      this.#world.passes({ seconds: tickSeconds });
      const news = round % 5 === 0 ? comesInAnyOrder(this.#world, round) : null;
      await Promise.all([this.#world.app.operations.chasePayments(), news]);
      for (const goOn of this.#waiting.splice(0)) goOn();
      await aTurn();
    }
    return deeds;
  }
}

const comesInAnyOrder = ({ desk }: World, seed: number) => desk.release({ order: 'shuffled', copies: doubled, seed });

async function recipientsRefuse(world: World): Promise<number> {
  const { store, operations } = world.app;
  const gifts = await store.read.gift.findMany({ select: { id: true }, orderBy: { recipientPhone: 'asc' } });
  const { giftToken } = openKeys(world.accounts.secret);
  const refusing = gifts.filter((_, nth) => nth % refuses === 0);
  for (const { id } of refusing) await operations.refuseGift({ token: giftToken(id) });
  return refusing.length;
}

async function doWhatIsDue({ app: { operations }, simulator }: World): Promise<void> {
  while ((await operations.chasePayments()) > 0) await simulator.idle();
}

interface End {
  captures: number;
  certificates: number;
  refunds: number;
  captured: number;
  worth: number;
  returned: number;
  stuck: string[];
}

/** By the card company's book and by ours. */
async function endOf({ app: { store }, desk }: World): Promise<End> {
  const [intents, refunds] = await Promise.all([desk.intents(), desk.refunds()]);
  const holds = await store.read.hold.findMany({ include: { refund: true } });
  const live = await store.read.certificate.findMany({ where: { state: { not: 'cancelled' } } });
  const charged = intents.filter(({ status }) => status === 'succeeded');
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return {
    captures: charged.length,
    certificates: live.length,
    refunds: refunds.length,
    captured: sum(charged.map(({ amount_received }) => amount_received)),
    worth: sum(live.map(({ issued }) => Number(issued))),
    returned: sum(refunds.map(({ amount }) => amount)),
    stuck: [
      ...holds.filter(({ state, pending }) => pending !== null || !['captured', 'released'].includes(state)),
      ...holds.flatMap(({ refund }) => (refund && refund.state !== 'done' ? [refund] : [])),
      ...intents.filter(({ status }) => status === 'requires_capture'),
    ].map(({ id }) => id),
  };
}
