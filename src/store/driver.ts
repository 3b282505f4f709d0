import type { Sql } from './sql.ts';
import type { Reads, Store, Tx } from './store.ts';

/** One kind of database, as the gate uses it. */
export interface Driver {
  readonly dialect: Store['dialect'];
  readonly read: Reads;
  /** One attempt at a transaction: begun, run, and committed or rolled back. */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  query<T>(statement: Sql): Promise<T[]>;
  /** Called once, when no transaction is running any more. */
  close(): Promise<void>;
}
