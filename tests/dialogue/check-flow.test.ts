// biome-ignore-all lint/suspicious/noThenProperty: a row of a flow says where it leads then; nobody awaits a row
import { describe, expect, test } from 'vitest';
import { BrokenFlow, checkFlow, toldKinds } from '../../src/dialogue/check-flow.ts';
import { flow } from '../../src/dialogue/flow.ts';
import { oneKey } from '../../src/dialogue/listen.ts';
import type { Flow, Outcomes } from '../../src/dialogue/table.ts';
import { again } from '../../src/dialogue/way.ts';
import { ladder } from './ladder.ts';

type AnyFlow = Flow<string, string, Outcomes>;

const broken = (change: (steps: Record<string, object>) => void, more: Partial<AnyFlow> = {}) => {
  const steps: Record<string, object> = { ...ladder.steps };
  change(steps);
  return () => checkFlow({ ...ladder, ...more, steps } as AnyFlow);
};
const row = (name: keyof typeof ladder.steps) => ladder.steps[name];

describe('a broken flow fails at start', () => {
  test('a whole one does not', () => {
    expect(broken(() => {})).not.toThrow();
  });

  test.each<[string, string, () => void]>([
    [
      'a step that does not exist',
      'door leads to cellar, which is no step',
      broken((steps) => {
        steps.door = { ...row('door'), then: { in: 'cellar', out: 'bye' } };
      }),
    ],
    [
      'a way back to nowhere',
      'code leads to cellar',
      broken((steps) => {
        steps.code = { ...row('code'), back: 'cellar' };
      }),
    ],
    ['a start that does not exist', 'roof is named but is no step', broken(() => {}, { starts: ['roof'] })],
    ['no start', 'no step to start with', broken(() => {}, { starts: [] })],
    [
      'a step that nothing leads to',
      'attic cannot be reached',
      broken((steps) => {
        steps.attic = { say: 'Attic.', end: true };
      }),
    ],
    [
      'a step that leads only to itself',
      'code has no way out',
      broken((steps) => {
        steps.code = { ...row('code'), then: { opened: 'code', locked: 'code' }, back: 'code' };
        steps.door = { ...row('door'), then: { in: 'code', out: 'ladder' } };
      }),
    ],
    [
      'an outcome without a way',
      'code: the outcome locked has no way',
      broken((steps) => {
        steps.code = { ...row('code'), then: { opened: 'ladder' } };
      }),
    ],
    [
      'a way for an outcome that is never given',
      'code: there is no outcome melted',
      broken((steps) => {
        steps.code = { ...row('code'), then: { opened: 'ladder', locked: 'door', melted: 'door' } };
      }),
    ],
    [
      'a key without a way',
      'door: the outcome up has no way',
      broken((steps) => {
        steps.door = { say: 'Door?', listen: oneKey({ 1: 'in', 2: 'out', 3: 'up' }), then: { in: 'code', out: 'bye' } };
      }),
    ],
    [
      'an action that nobody has',
      'code: no action fly',
      broken((steps) => {
        steps.code = { ...row('code'), do: 'fly' };
      }),
    ],
    [
      'a first action that nobody has',
      'door: no action fly',
      broken((steps) => {
        steps.door = { ...row('door'), first: 'fly' };
      }),
    ],
    [
      'a listening step that asks again by itself',
      'it cannot ask again by itself',
      broken((steps) => {
        steps.code = { ...row('code'), then: { opened: 'ladder', locked: again } };
      }),
    ],
    ['an ending that is none', 'door must be an ending', broken(() => {}, { enough: 'door' })],
  ])('%s', (_what, fault, check) => {
    expect(check).toThrow(BrokenFlow);
    expect(check).toThrow(fault);
  });

  test('the compiler sees unknown steps and missing outcomes too', () => {
    const typed = () =>
      flow({
        outcomes: { open: ['opened', 'locked'] },
        starts: ['door'],
        enough: 'bye',
        mostTurns: 5,
        steps: {
          // @ts-expect-error: no way for `locked`
          door: { say: 'Door?', listen: oneKey({ 1: 'in' }), do: 'open', then: { opened: 'bye' } },
          bye: { say: 'Bye.', end: true },
        },
      });
    expect(typed).toThrow('the outcome locked has no way');
  });
});

test('the outcomes that need words are known', () => {
  expect(toldKinds(ladder as AnyFlow).toSorted()).toEqual(['locked', 'slipped']);
});
