import { expect, test } from 'vitest';
import { bandsOf } from '../../src/core/coupons/bands.ts';
import type { Want } from '../../src/core/coupons/want.ts';

const of = (wants: Want[]) => bandsOf(wants.map((want) => ({ want, count: 2 })));

test('a few wishes stand for themselves, the most wanted first', () => {
  const wants = [
    { want: { kind: 'percentage', percent: 20 }, count: 3 },
    { want: { kind: 'gift-item', item: '식혜' }, count: 5 },
  ] as const;
  expect(bandsOf(wants)).toEqual([
    { want: { kind: 'gift-item', item: '식혜' }, people: 5 },
    { want: { kind: 'percentage', fromPercent: 20, toPercent: 20 }, people: 3 },
  ]);
});

test('many percentages and amounts are put together, and nobody is lost or counted twice', () => {
  const percents = Array.from({ length: 90 }, (_, i): Want => ({ kind: 'percentage', percent: i + 1 }));
  const amounts = Array.from({ length: 50 }, (_, i): Want => ({ kind: 'amount', minor: BigInt(i * 5_000 + 1) }));
  const bands = of([...percents, ...amounts]);
  expect(bands.reduce((sum, { people }) => sum + people, 0)).toBe(280);
  const ofPercents = bands.filter(({ want }) => want.kind === 'percentage');
  expect(ofPercents.map(({ people }) => people)).toEqual(Array.from({ length: 9 }, () => 20));
  expect(bands.map(({ want }) => want)).toContainEqual({ kind: 'percentage', fromPercent: 11, toPercent: 20 });
  expect(bands.map(({ want }) => want)).toContainEqual({ kind: 'amount', fromMinor: 100_000n, toMinor: null });
});
