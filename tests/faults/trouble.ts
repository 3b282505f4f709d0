import { setImmediate as aTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { audit } from '../../src/operations/audit/audit.ts';
import { callsUpToConfirm } from '../acceptance/buying.ts';
import type { FaultAsk, PhoneCall } from '../support/desk.ts';
import { figure } from '../support/figure.ts';
import { people, World } from '../support/world.ts';
import { expectRightEnd, type Leaves } from './right-end.ts';

/** After these every lease and every pause before another try is over, and the hold of a buyer who gave up. */
const recoverySeconds = [8, 30, 61, 121, 660];
/** A round of waiting takes 1.6 seconds on a real line, its pause included, and here a twentieth of it. */
const patienceMs = 80;
const timesFaster = 20;

let endedRight = 0;

/** Prints how many of a file's stories ended right: paid once, told once, nothing held, the audit clean. */
export function figuresOf(what: string): void {
  let before = 0;
  let stories = 0;
  beforeAll(() => {
    before = endedRight;
  });
  afterEach(() => {
    stories += 1;
  });
  afterAll(() => figure(what, { stories, 'ended right': endedRight - before }));
}

/** A world in which a caller waits for the card company for a twelfth of a second in each turn. */
export async function inAWorld(leaves: Leaves, story: (world: World) => Promise<unknown>): Promise<void> {
  const world = await World.open({ limits: { patienceMs } });
  try {
    await story(world);
    for (const seconds of recoverySeconds) {
      world.passes({ seconds });
      await world.settles();
    }
    expect(await audit(world.app.store, world.now())).toEqual([]);
    await expectRightEnd({ store: world.app.store, desk: world.desk }, leaves);
    endedRight += 1;
  } finally {
    await world.close();
  }
}

/** Fails when the trouble of the story did not come to pass. */
export async function allStruck(world: World): Promise<void> {
  const { faults } = await world.desk.faults.list();
  expect(faults.filter(({ hits }) => hits === 0)).toEqual([]);
}

export const trouble = (world: World, fault: FaultAsk) => world.desk.faults.add(fault);

/** Time passes, and what is due is done, while a caller waits on the line. */
export async function timePassesWhile<T>(world: World, waiting: PromiseLike<T>): Promise<T> {
  let over = false;
  const end = () => {
    over = true;
  };
  waiting.then(end, end);
  let lastMs = performance.now();
  while (!over) {
    const nowMs = performance.now();
    world.passes({ seconds: ((nowMs - lastMs) * timesFaster) / 1000 });
    lastMs = nowMs;
    await world.app.workers.finish();
    // The database answers without giving up the turn; the network needs one.
    await aTurn();
  }
  return waiting;
}

/** A buyer who waits on the line for as long as it takes. */
export async function buysPatiently(world: World): Promise<PhoneCall> {
  const call = callsUpToConfirm(world).then((asked) => asked.presses('1').hears(/결제됐습니다/));
  await (await timePassesWhile(world, call)).hangsUp();
  await world.settles();
  return call;
}

export async function buysAndIsRefused(world: World): Promise<void> {
  await buysPatiently(world);
  await world.phone(people.yuna).texts('2');
  await world.settles();
}

export const bought: Leaves = { certificates: ['pending'], told: { jisu: ['receipt'], yuna: ['gift-offered'] } };
export const refused: Leaves = {
  certificates: ['cancelled'],
  told: { jisu: ['receipt', 'gift-refused'], yuna: ['gift-offered', 'reply-refused'] },
};
export const accepted: Leaves = {
  certificates: ['active'],
  told: { jisu: ['receipt', 'gift-accepted'], yuna: ['gift-offered', 'card'] },
};
export const nothing: Leaves = { certificates: [], told: { jisu: [], yuna: [] } };
