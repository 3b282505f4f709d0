import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dice, shuffled } from '../../simulator/world/dice.ts';
import { fromStripe, fromTwilio, newSid, type Webhook } from '../bad-input/signed.ts';
import { inLanes } from '../faults/lanes.ts';
import { type Branch, ownBranch, startBranch } from '../races/branch.ts';
import { confirmation, holds, newRecipient, patiently } from '../races/sold.ts';
import { type ChildProgram, childProgram } from '../support/child-program.ts';
import { temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { figure } from '../support/figure.ts';
import { World } from '../support/world.ts';

const eventsOfEach = 100;
const atOnce = 40;
/** So many deliveries go by between two looks at the payments. */
const batch = 500;

let program: ChildProgram;
beforeAll(async () => {
  program = await childProgram(path.join(import.meta.dirname, '../races/branch-program.ts'));
});
afterAll(() => program.dispose());

describe.each([
  ['SQLite', temporarySqlite, 50],
  ['PostgreSQL', temporaryPostgres, 10],
])('on %s', (name, database, times) => {
  test(`200 events delivered ${times} times each by two processes have 200 effects`, { timeout: 180_000 }, async () => {
    const world = await World.open({ database: await database(), limits: { patienceMs: 1_000 } });
    const processes = [await startBranch(program.file, world), await startBranch(program.file, world)];
    try {
      const texts = await textsThatAccept(world);
      const payments = await eventsOfCaptures(world);
      const before = await effects(world);
      const answers = await deliverAll([...texts, ...payments], times, processes);
      while ((await world.app.operations.chasePayments()) > 0);
      const after = await effects(world);
      const had = Object.fromEntries(Object.entries(after).map(([what, count]) => [what, count - (before[what] ?? 0)]));
      figure(`200 events delivered ${times} times each by two processes, ${name}`, {
        delivered: answers.length,
        effects: (had.accepted ?? 0) + (had.certificates ?? 0),
      });
      expect(answers.filter((status) => status !== 200)).toEqual([]);
      expect(had).toEqual({
        accepted: eventsOfEach,
        cards: eventsOfEach,
        inbound: eventsOfEach,
        certificates: eventsOfEach,
        captures: eventsOfEach,
        receipts: eventsOfEach,
      });
      await world.isSound();
    } finally {
      await Promise.all(processes.map((one) => one.close()));
      await world.close();
    }
  });
});

type Effects = Record<string, number>;

async function effects({ app: { store } }: World): Promise<Effects> {
  const { read } = store;
  return {
    accepted: await read.gift.count({ where: { state: 'accepted' } }),
    cards: await read.outboxMessage.count({ where: { kind: 'card' } }),
    inbound: await read.inboundText.count(),
    certificates: await read.certificate.count(),
    captures: await read.ledgerEntry.count({ where: { kind: 'capture' } }),
    receipts: await read.outboxMessage.count({ where: { kind: 'receipt' } }),
  };
}

const lane = inLanes(atOnce);
const manyTimes = <T>(times: number, work: (nth: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, nth) => lane(() => work(nth))));

const housed = (world: World) => {
  const own = ownBranch(world);
  return { world, branch: () => own } as unknown as Parameters<typeof holds>[0];
};

/** A gift for each recipient, and the text by which it is accepted. */
async function textsThatAccept(world: World): Promise<Webhook[]> {
  const { operations } = world.app;
  return manyTimes(eventsOfEach, async () => {
    const recipient = newRecipient();
    const confirmed = confirmation(await holds(housed(world)), recipient);
    const outcome = await patiently(() => operations.confirmPurchase(confirmed));
    if (outcome.kind !== 'bought') throw new Error(`not bought: ${outcome.kind}`);
    const form = { MessageSid: newSid('SM'), From: recipient, To: world.line, Body: '1357' };
    return fromTwilio(world, '/sms/incoming', form);
  });
}

/** Payments that were taken, of which we heard nothing yet, and the card company's event of each. */
async function eventsOfCaptures(world: World): Promise<Webhook[]> {
  const { desk, app } = world;
  const ids = await manyTimes(eventsOfEach, () => holds(housed(world)));
  await world.simulator.idle();
  await desk.faults.add({ party: 'stripe', on: '/capture', kind: 'lost-answer', times: 10_000 });
  await desk.faults.add({ party: 'webhooks', on: '/payments/stripe', kind: 'lost', times: 10_000 });
  const outcomes = await manyTimes(eventsOfEach, (nth) =>
    app.operations.confirmPurchase(confirmation(ids[nth] ?? '', newRecipient())),
  );
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['waiting']));
  await desk.faults.clear();
  const intents = (await desk.intents()).filter(({ metadata }) => ids.includes(metadata.hold ?? ''));
  expect(intents.map(({ status }) => status)).toEqual(Array.from(ids, () => 'succeeded'));
  return intents.map((intent) => {
    const event = {
      id: `evt_${intent.id}`,
      object: 'event',
      type: 'payment_intent.succeeded',
      data: { object: intent },
    };
    return fromStripe(world, JSON.stringify(event));
  });
}

/** Each to both processes by turns, in any order, while both look after the payments. */
async function deliverAll(webhooks: Webhook[], times: number, processes: Branch[]): Promise<number[]> {
  const all = webhooks.flatMap((webhook) =>
    Array.from({ length: times }, (_, nth) => () => deliver(webhook, processes[nth % processes.length]?.url ?? '')),
  );
  const inAnyOrder = shuffled(all, dice(1));
  const answers: number[] = [];
  for (let from = 0; from < inAnyOrder.length; from += batch) {
    const chased = processes.map((one) => one.does('chasePayments'));
    answers.push(...(await Promise.all(inAnyOrder.slice(from, from + batch).map((one) => lane(one)))));
    await Promise.all(chased);
  }
  return answers;
}

async function deliver({ url, payload, headers }: Webhook, to: string): Promise<number> {
  const response = await fetch(to + url, { method: 'POST', headers, body: payload });
  await response.arrayBuffer();
  return response.status;
}
