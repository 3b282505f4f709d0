import type { Columns, Dialect } from './text.ts';

/** Where direct statements run: a transaction, or a connection that only reads. */
export interface DirectDatabase {
  readonly dialect: Dialect;
  /** Rows as arrays in the order of the columns, in the client's types. */
  rows(text: string, values: readonly unknown[], columns: Columns): Promise<unknown[][]>;
  /** The number of rows changed. */
  change(text: string, values: readonly unknown[]): Promise<number>;
}
