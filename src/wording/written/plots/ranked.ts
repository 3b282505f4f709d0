import { shortName } from '../names.ts';
import type { PlotWords } from './words.ts';

/** More bars below each other than this are no longer read: the rest goes into one line. */
const MOST_ROWS = 7;

interface Counted {
  label: string;
  value: number;
}

export interface Ranked {
  rows: (Counted & { text: string })[];
  rest?: { label: string; text: string };
}

export const counted = (count: number): string => count.toLocaleString('en-US');

export const sumOf = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + count(item), 0);

/** The most first; nothing that nobody counted. */
export function ranked(counts: Counted[], { others }: PlotWords, unit: PlotWords['people']): Ranked {
  const sorted = counts.filter(({ value }) => value > 0).sort((one, other) => other.value - one.value);
  const shown = sorted.length > MOST_ROWS ? sorted.slice(0, MOST_ROWS - 1) : sorted;
  const rest = sorted.slice(shown.length);
  const text = (value: number) => unit(counted(value), value !== 1);
  const rows = shown.map(({ label, value }) => ({ label: shortName(label), value, text: text(value) }));
  if (rest.length === 0) return { rows };
  return { rows, rest: { label: others(rest.length), text: text(sumOf(rest, ({ value }) => value)) } };
}

/** The same in words, for a description. */
export const saidRanked = ({ rows, rest }: Ranked, { pair, comma }: PlotWords): string =>
  [...rows, ...(rest ? [rest] : [])].map(({ label, text }) => pair(label, text)).join(comma);

/** Statements one after the other; a name at the end may bring a stop of its own. */
export const statements = (all: string[], { stop }: PlotWords): string =>
  all
    .filter((statement) => statement !== '')
    .map((statement) => `${statement.replace(/[.。]$/, '')}${stop}`)
    .join('')
    .trim();
