import { expect, test } from 'vitest';
import { dice, shuffled } from '../../simulator/world/dice.ts';
import { tally } from '../races/sold.ts';
import { figure } from '../support/figure.ts';
import { manyCertificates } from '../support/many-certificates.ts';
import { quickSqlite } from '../support/quick-database.ts';
import { World } from '../support/world.ts';

const certificates = 1_000;
const guessesEach = 100;
const atOnce = 50;
const mostEvaluated = 5 * certificates;
const pin = '4826';

test('100,000 PIN guesses at 1,000 certificates, 50 at a time: at most 5,000 are evaluated, and none opens anything', {
  timeout: 300_000,
}, async () => {
  const world = await World.open({ database: await quickSqlite() });
  try {
    const held = await manyCertificates(world, certificates, pin);
    const terminal = await world.app.operations.terminalByKey('demo-terminal-101');
    if (!terminal) throw new Error('the demo data have a terminal');
    // Every other guess names the certificate, every other its holder; the right PIN comes when the door is long closed.
    const guesses = shuffled(
      held.flatMap(({ number, holderPhone }) =>
        Array.from({ length: guessesEach }, (_, nth) => (nth % 2 === 0 ? { code: number } : { phone: holderPhone })),
      ),
      dice(1),
    );
    const seen = new Map<string, number>();
    const byNumber = new Map(held.map(({ number, holderPhone }) => [number, holderPhone]));
    const kinds: string[] = [];
    let asked = 0;
    const guesser = async () => {
      for (let guess = guesses.pop(); guess; guess = guesses.pop()) {
        const holder = guess.code === undefined ? guess.phone : (byNumber.get(guess.code) ?? '');
        const nth = (seen.get(holder) ?? 0) + 1;
        seen.set(holder, nth);
        asked += 1;
        const tried = nth > guessesEach / 2 ? pin : String(1_000 + nth);
        const answer = await world.app.operations.redeemCode({
          terminal,
          idempotencyKey: `guess ${asked}`,
          requestHash: `guess ${asked}`,
          by: { ...guess, pin: tried },
          amount: 1_000n,
        });
        kinds.push(answer.kind === 'answer' ? answer.answer.kind : answer.kind);
      }
    };
    const fromMs = performance.now();
    await Promise.all(Array.from({ length: atOnce }, guesser));
    const seconds = (performance.now() - fromMs) / 1_000;
    const counted = tally(kinds);
    const evaluated = kinds.length - (counted.closed ?? 0);
    figure('100,000 PIN guesses at 1,000 certificates, 50 at a time', {
      evaluated,
      'at most': mostEvaluated,
      'let in': counted.redeemed ?? 0,
      'guesses a second': Math.round(kinds.length / seconds),
    });
    expect(kinds).toHaveLength(certificates * guessesEach);
    expect(Object.keys(counted).sort()).toEqual(['closed', 'wrong-pin']);
    expect(evaluated).toBeLessThanOrEqual(mostEvaluated);
    world.passes({ minutes: 16 });
    const [one] = held;
    const own = await world.till('101').redeems({ code: one?.number ?? '', pin, amount: 1_000 });
    expect(own.status).toBe(201);
    await world.isSound();
  } finally {
    await world.close();
  }
});
