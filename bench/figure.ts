/** One line of the table. `ratio`: ours to the baseline, measured in turn with it; `aim` is what the ratio, or the value, should reach. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  baseline: number | null;
  ratio: number | null;
  aim: string | null;
  met: boolean | null;
}

interface Aim {
  /** Which of the two is compared. */
  of: 'ratio' | 'value';
  atLeast?: number;
  atMost?: number;
}

interface Measured {
  name: string;
  unit: string;
  value: number;
  baseline?: number;
  /** The median of the ratios pair by pair, where that was measured; else value / baseline. */
  ratio?: number;
  aim?: Aim;
}

/** Rounded to three digits that count. */
const rounded = (value: number): number => Number(value.toPrecision(3));

export function figure({ name, unit, value, baseline, ratio: paired, aim }: Measured): Figure {
  const ratio = paired ?? (baseline === undefined ? null : value / baseline);
  return {
    name,
    value: rounded(value),
    unit,
    baseline: baseline === undefined ? null : rounded(baseline),
    ratio: ratio === null ? null : rounded(ratio),
    aim: aim ? wordsOf(aim) : null,
    met: aim ? isMet(aim, aim.of === 'ratio' ? (ratio ?? Number.NaN) : value) : null,
  };
}

function wordsOf({ of, atLeast, atMost }: Aim): string {
  if (atLeast === undefined) return `${of} at most ${atMost}`;
  return atMost === undefined ? `${of} at least ${atLeast}` : `${of} ${atLeast} to ${atMost}`;
}

const isMet = ({ atLeast, atMost }: Aim, value: number): boolean =>
  value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);

export function table(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'value', 'baseline', 'ratio', 'aim', 'met'],
    ...figures.map(({ name, value, unit, baseline, ratio, aim, met }) => [
      name,
      `${value} ${unit}`,
      baseline === null ? '' : String(baseline),
      ratio === null ? '' : String(ratio),
      aim ?? '',
      met === null ? '' : met ? 'yes' : 'NO',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
