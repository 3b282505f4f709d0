import type { Prisma, PrismaClient } from './generated/sqlite/client.ts';
import type { Sql } from './sql.ts';

/** The models as the client names them: certificate, ledgerEntry, … */
export type ModelName = Uncapitalize<Prisma.ModelName>;

type ReadMethod =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy';

/** Every model, for reading only. */
export type Reads = { readonly [M in ModelName]: Pick<PrismaClient[M], ReadMethod> };

/**
 * What a transaction can do. As in PostgreSQL, after a statement that failed (a unique violation too) nothing more runs
 * and the transaction is rolled back, even if the error was caught: catch it outside, or write ON CONFLICT DO NOTHING.
 */
export type Tx = Pick<PrismaClient, ModelName> & {
  /** Waits until no other transaction holds this name, and holds it to the end. Take several in one order everywhere. */
  lock(name: string): Promise<void>;
  query<T>(sql: Sql): Promise<T[]>;
  /** Answers the number of rows changed. */
  execute(sql: Sql): Promise<number>;
};

export interface Store {
  readonly dialect: 'sqlite' | 'postgresql';
  /**
   * Runs fn in one transaction and answers what it answers, once that is committed. Runs it anew, a bounded number of
   * times, on a deadlock, a write conflict, or Stale: so fn must have no other effect, and must not use the network.
   * Throws Stale when it stayed so, StoreBusy, StoreFull, StoreClosed, or what fn threw: then nothing was written.
   * When the connection to PostgreSQL breaks at the commit, nobody knows: what it throws then is none of these.
   */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads outside any transaction: each statement sees what was last committed. */
  readonly read: Reads;
  query<T>(sql: Sql): Promise<T[]>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  /** Lets running transactions end, refuses new ones, and gives the connections back. */
  close(): Promise<void>;
}
