import fc from 'fast-check';
import { expect } from 'vitest';
import { quickSqlite } from '../support/quick-database.ts';
import { people, World } from '../support/world.ts';
import { type Act, type Caller, RandomCall } from './caller.ts';

/** Calls of one day, all at the same time. */
const callsADay = 20;
const mostTurns = 120;

/** Mostly what a good call needs, so that calls get deep; the rest is noise, of people and of the network. */
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 70, arbitrary: fc.record({ kind: fc.constant('sensible' as const), choice: fc.nat(1_000) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('keys' as const), keys: noise() }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'keys' as const, keys: '*' }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'keys' as const, keys: '#' }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'silence' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('recording' as const), seconds: fc.constantFrom('0', '7') }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'redelivered' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('out-of-order' as const),
      back: fc.integer({ min: 1, max: 6 }),
      goOn: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'hang-up' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'calls-again' as const }) },
);

function noise(): fc.Arbitrary<string> {
  const key = fc.constantFrom(...'0123456789*#');
  return fc.oneof(
    fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => keys.join('')),
    fc.array(key, { minLength: 4, maxLength: 30 }).map((keys) => keys.join('')),
    fc.constantFrom('2580*', '12*101', '0', '000', '9', '\u0000', '٣', 'hangup', '<&>"'),
  );
}

const members = [
  { member: '100001', pin: '2580', own: people.jisu },
  { member: '100003', pin: '3690', own: people.sora },
  { member: '100002', pin: '1470', own: people.minho },
] as const;
/** Whose telephone a member calls from: their own, one that never called before, one that many use, one without a number. */
export type Telephone = 'own' | 'fresh' | 'shared' | 'anonymous';

const callerFrom = (telephones: readonly Telephone[]) =>
  fc.record({
    who: fc.constantFrom(...members),
    from: fc.constantFrom(...telephones),
    recipient: fc.integer({ min: 20_000_000, max: 99_999_999 }).map((digits) => `010${digits}`),
  });
const dayOf = (telephones: readonly Telephone[]) =>
  fc.array(fc.tuple(callerFrom(telephones), fc.array(act, { minLength: 8, maxLength: 40 })), {
    minLength: callsADay,
    maxLength: callsADay,
  });

/**
 * So many calls with random keys: every answer is valid TwiML, every call ends, every step is reached, nothing breaks,
 * and the audit is clean afterwards.
 */
export async function playRandomCalls(sequences: number, telephones: readonly Telephone[]): Promise<void> {
  const world = await World.open({ database: await quickSqlite(), env: { LOG_LEVEL: 'warn' } });
  // What the card company tells besides its answers is not looked at here, and would take a third of the time.
  await world.desk.faults.add({ party: 'webhooks', on: '/payments/stripe', kind: 'lost', times: 1_000_000 });
  const reached: Record<string, number> = {};
  const counted = { calls: 0, turns: 0, longest: 0 };
  await fc.assert(
    fc.asyncProperty(dayOf(telephones), async (played) => {
      const calls = played.map((one) => {
        counted.calls += 1;
        return play(world, one, counted.calls);
      });
      for (const { turns, visited } of await Promise.all(calls)) {
        counted.turns += turns;
        counted.longest = Math.max(counted.longest, turns);
        for (const step of visited) reached[step] = (reached[step] ?? 0) + 1;
      }
      await nextDay(world);
    }),
    { numRuns: sequences / callsADay, endOnFailure: true },
  );
  process.stdout.write(`${JSON.stringify(counted)}, calls that reached ${JSON.stringify(reached)}\n`);
  expect(counted.calls).toBe(sequences);
  expect(counted.longest).toBeLessThan(mostTurns);
  expect(steps.filter((step) => !reached[step])).toEqual([]);
  expect(reached.done).toBeGreaterThan(sequences / 20);
  expect(world.log.map((line) => JSON.parse(line)).flatMap(outageIn)).toEqual([]);
  await world.isSound();
  await world.close();
}

type Played = [who: { who: (typeof members)[number]; from: Telephone; recipient: string }, acts: Act[]];

function play(world: World, [{ who, from, recipient }, acts]: Played, call: number): Promise<RandomCall> {
  const numbers: Record<Telephone, string> = {
    own: who.own,
    fresh: numberOf(call),
    shared: people.hoon,
    anonymous: 'anonymous',
  };
  const caller: Caller = { sid: `CA${String(call).padStart(6, '0')}`, from: numbers[from], ...who, recipient };
  return new RandomCall(world, caller).plays(acts);
}

/** Holds run out, PINs are tried anew, budgets are whole again. Messages may wait: they are not what is looked at. */
async function nextDay(world: World): Promise<void> {
  await world.simulator.idle();
  world.passes({ hours: 24 });
  const { chasePayments, lapseGifts } = world.app.operations;
  while ((await chasePayments()) + (await lapseGifts()) > 0) await world.simulator.idle();
}

/** The caller hears an apology where something broke; here nothing may. */
const outageIn = (logged: { level: number; step?: string; err?: { message: string; stack: string } }): string[] =>
  logged.level >= 50 ? [`${logged.step}: ${logged.err?.message} ${logged.err?.stack}`] : [];

/** Every step at which a caller is asked something, and what is had again on one key. */
const steps = [
  ...['menu', 'language', 'resume', 'member', 'pin', 'shop', 'shop-list', 'amount', 'amount-other'],
  ...['recipient', 'recipient-confirm', 'greeting', 'greeting-record', 'confirm', 'done'],
  ...['the last shop', 'the last recipient'],
];

const numberOf = (call: number): string => `+8210${String(40_000_000 + call)}`;
