import { describe, expect, test } from 'vitest';
import type { Heard } from '../../src/dialogue/understand.ts';
import { climbing, ladder } from './ladder.ts';

type Talk = ReturnType<typeof climbing>;
type Here = Awaited<ReturnType<Talk['begin']>>;

const typed = (digits: string): Heard => ({ kind: 'digits', digits });
const silence: Heard = { kind: 'nothing' };

/** Presses one entry after the other from the door on. */
async function pressing(talk: Talk, ...entries: (string | Heard)[]): Promise<Here> {
  let here = await talk.begin('door', []);
  for (const entry of entries) {
    here = await talk.advance(here.position, here.memory, typeof entry === 'string' ? typed(entry) : entry);
  }
  return here;
}
const kinds = (here: Here) => here.notices.map(({ outcome, telling }) => `${outcome.kind} ${telling}`);

describe('three tries', () => {
  test('an empty or wrong answer is told, the second time as a second time, and the third ends', async () => {
    expect(kinds(await pressing(climbing(), silence))).toEqual(['empty 1']);
    expect(kinds(await pressing(climbing(), silence, '7'))).toEqual(['wrong-key 2']);
    const third = await pressing(climbing(), silence, '7', silence);
    expect(third.position.step).toBe('enough');
    expect(third.notices).toEqual([]);
  });

  test('a refusal that leads back to an earlier step is still counted', async () => {
    const talk = climbing({ open: ['locked'] });
    const second = await pressing(talk, '1', '1234', '1', '1234');
    expect(second.position).toMatchObject({ step: 'door', wrong: { code: 2 } });
    expect(kinds(second)).toEqual(['locked 2']);
    expect((await pressing(talk, '1', '1234', '1', '1234', '1', '1234')).position.step).toBe('enough');
  });

  test('a step that goes well forgets', async () => {
    const talk = climbing({ open: ['locked', 'locked', 'opened'] });
    expect((await pressing(talk, '1', '1234', '1', '1234', '1', '1234')).position).toMatchObject({
      step: 'voice',
      wrong: {},
    });
  });

  test('each step counts for itself', async () => {
    const here = await pressing(climbing(), '7', '7', '1', '12', '12');
    expect(here.position).toMatchObject({ step: 'code', wrong: { code: 2 } });
  });

  test('where silence leads somewhere it is no wrong answer', async () => {
    const here = await pressing(climbing(), '1', '1234', { kind: 'recording', id: 'RE1' }, silence);
    expect(here.position.step).toBe('bye');
    expect(here.notices).toEqual([]);
  });
});

describe('the star', () => {
  test('leads back, and is a wrong key where nothing is behind', async () => {
    expect((await pressing(climbing(), '1', '12*')).position.step).toBe('door');
    expect(kinds(await pressing(climbing(), '*'))).toEqual(['wrong-key 1']);
  });

  test('9 says it again, and is not counted', async () => {
    const here = await pressing(climbing(), '7', '9', '9', '9', '9');
    expect(here.position).toMatchObject({ step: 'door', wrong: { door: 1 } });
    expect(here.notices).toEqual([]);
  });
});

describe('waiting', () => {
  test('asks again by itself, a bounded number of rounds', async () => {
    const talk = climbing({ climb: ['waiting'] });
    const first = await pressing(talk, '1', '1234');
    expect(first.position).toMatchObject({ step: 'ladder', round: 1 });
    expect((await pressing(talk, '1', '1234', silence)).position.round).toBe(2);
    expect((await pressing(talk, '1', '1234', silence, silence)).position.step).toBe('bye');
  });

  test('goes on as soon as there is an answer', async () => {
    const talk = climbing({ climb: ['waiting', 'climbed'] });
    expect((await pressing(talk, '1', '1234', silence)).position).toMatchObject({ step: 'voice', round: 0 });
  });

  test('an outcome that is told is not counted', async () => {
    const here = await pressing(climbing({ climb: ['slipped'] }), '1', '1234');
    expect(here.position).toMatchObject({ step: 'code', wrong: {} });
    expect(kinds(here)).toEqual(['slipped 1']);
  });
});

test('the first action is done on every arrival, before anything is said', async () => {
  expect((await pressing(climbing())).memory).toEqual(['hello']);
  expect((await pressing(climbing(), '1', '*')).memory).toEqual(['hello', 'hello']);
  expect((await pressing(climbing(), '9', '7')).memory).toEqual(['hello']);
});

test('the log knows steps and outcomes, each step once in a turn', async () => {
  const here = await pressing(climbing(), '1', '1234');
  expect(here.passed).toEqual([
    { step: 'code', outcome: 'opened' },
    { step: 'ladder', outcome: 'climbed' },
  ]);
  expect((await pressing(climbing(), '7', '7', '7')).passed).toEqual([
    { step: 'door', outcome: 'wrong-key' },
    { step: 'enough', outcome: 'ended' },
  ]);
});

test('the same turn twice leads to the same place', async () => {
  const before = await pressing(climbing(), '1');
  const turns = [1, 2].map(() => climbing().advance(before.position, before.memory, typed('1234')));
  const [one, two] = await Promise.all(turns);
  expect(one).toEqual(two);
});

test('a conversation ends, however it is kept going', async () => {
  const here = await pressing(climbing(), ...Array.from({ length: ladder.mostTurns + 1 }, () => '9'));
  expect(here.position.step).toBe('enough');
});
