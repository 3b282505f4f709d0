import type { Want as Band } from './plot-facts.ts';
import type { Want } from './want.ts';

interface Counted {
  want: Want;
  count: number;
}

/** So many different percentages or amounts stand for themselves; more are put together. */
const mostBars = 6;
const percentsABand = 10;
/** In minor units; the last band has no end. */
const amountBounds = [1n, 1_000n, 3_000n, 5_000n, 10_000n, 30_000n, 50_000n, 100_000n] as const;

/** Many wants as few bars: each by itself while they are few, in bands of ten percent or of round amounts otherwise. */
export function bandsOf(wants: readonly Counted[]): { want: Band; people: number }[] {
  const kinds = (kind: Want['kind']) =>
    new Set(wants.filter(({ want }) => want.kind === kind).map(({ want }) => keyOf(want)));
  const few = { percentage: kinds('percentage').size <= mostBars, amount: kinds('amount').size <= mostBars };
  const bands = new Map<string, { want: Band; people: number }>();
  for (const { want, count } of wants) {
    const band = bandOf(want, few);
    const key = keyOf(band);
    bands.set(key, { want: band, people: (bands.get(key)?.people ?? 0) + count });
  }
  return [...bands.values()].sort((one, other) => other.people - one.people);
}

function bandOf(want: Want, few: { percentage: boolean; amount: boolean }): Band {
  if (want.kind === 'gift-item') return want;
  if (want.kind === 'percentage') {
    const from = few.percentage ? want.percent : Math.floor((want.percent - 1) / percentsABand) * percentsABand + 1;
    return { kind: want.kind, fromPercent: from, toPercent: few.percentage ? from : from + percentsABand - 1 };
  }
  if (few.amount) return { kind: want.kind, fromMinor: want.minor, toMinor: want.minor };
  const nth = amountBounds.findLastIndex((bound) => bound <= want.minor);
  const next = amountBounds[nth + 1];
  return { kind: want.kind, fromMinor: amountBounds[nth] ?? 1n, toMinor: next === undefined ? null : next - 1n };
}

const keyOf = (want: Want | Band): string =>
  JSON.stringify(want, (_, value) => (typeof value === 'bigint' ? String(value) : value));
