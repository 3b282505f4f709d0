/** How much is done: `quick` only shows that everything runs. */
export interface Scale {
  quick: boolean;
  rounds: number;
  /** Seconds of load in one round. */
  seconds: number;
  /** Works of one kind in one round. */
  works: number;
}

export const full: Scale = { quick: false, rounds: 5, seconds: 3, works: 400 };
export const quick: Scale = { quick: true, rounds: 1, seconds: 1, works: 20 };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

type Measure = (round: number) => number | Promise<number>;

export interface Compared {
  value: number;
  baseline: number;
  ratio: number;
}

/** Measures both in turn, after one round that does not count, so that a machine that changes its pace changes both. */
export async function inTurn(rounds: number, ours: Measure, theirs: Measure): Promise<Compared> {
  await ours(0);
  await theirs(0);
  const pairs: { mine: number; other: number }[] = [];
  for (let round = 1; round <= rounds; round++) {
    const mine = await ours(round);
    pairs.push({ mine, other: await theirs(round) });
  }
  return {
    value: median(pairs.map(({ mine }) => mine)),
    baseline: median(pairs.map(({ other }) => other)),
    ratio: median(pairs.map(({ mine, other }) => mine / other)),
  };
}

/** Works a second. */
export async function rateOf(works: number, work: (index: number) => unknown): Promise<number> {
  const begun = performance.now();
  for (let index = 0; index < works; index++) await work(index);
  return (works * 1000) / (performance.now() - begun);
}

/** Works a second, `lanes` of them at a time. */
export async function rateInLanes(works: number, lanes: number, work: (index: number) => Promise<unknown>) {
  let next = 0;
  const lane = async () => {
    while (next < works) await work(next++);
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  return (works * 1000) / (performance.now() - begun);
}
