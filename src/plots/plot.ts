import type { Language } from '../cards/fonts.ts';

/** What the colour of a bar means, the same in every plot. */
export type Role = 'asked' | 'got' | 'used';

export interface RankedRow {
  label: string;
  value: number;
  /** The value with its unit: 12명. */
  text: string;
}

/** One part of a plot, with its own heading. A part without a value above zero shows `empty` in place of a frame. */
export type Panel =
  /** How far it is to a number that counts. */
  | { kind: 'progress'; title: string; value: number; of: number; label: string; text: string }
  /** Bars below each other, in the order given; `rest` is a line without a bar, of many small ones. */
  | {
      kind: 'ranks';
      title: string;
      role: Role;
      rows: RankedRow[];
      rest?: { label: string; text: string };
      empty: string;
    }
  /** Columns beside each other; each series has a value for each label. */
  | { kind: 'columns'; title: string; labels: string[]; series: ColumnSeries[]; empty: string }
  /** A row for each weekday, a cell for each of 24 hours; the darker the more. `scale` words its ends. */
  | {
      kind: 'week';
      title: string;
      weekdays: string[];
      hours: string[];
      values: number[][];
      scale: Scale;
      empty: string;
    };

export interface ColumnSeries {
  role: Role;
  name: string;
  values: number[];
}

export interface Scale {
  least: string;
  most: string;
}

/** A picture of numbers, already worded. */
export interface Plot {
  title: string;
  subtitle: string;
  /** All of it in words, for who cannot see it. */
  description: string;
  language: Language;
  panels: Panel[];
}
