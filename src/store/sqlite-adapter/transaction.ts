import { DriverAdapterError, type SqlQuery, type SqlResultSet, type Transaction } from '@prisma/driver-adapter-utils';
import type { DirectDatabase } from '../direct/database.ts';
import type { Columns } from '../direct/text.ts';
import { CommitRefused } from '../faults.ts';
import type { Connection } from './connection.ts';
import type { Release } from './fair-mutex.ts';

export const adapterName = 'giftline-better-sqlite3';

type State = 'open' | 'failed' | 'closed';

/**
 * A begun transaction on the writing connection, which it holds until it ends.
 * It behaves as PostgreSQL's do, so that what passes here passes there: after a failed statement nothing more runs and
 * the commit is refused. Once ended it runs nothing at all: the connection may be in somebody else's transaction.
 */
export class SqliteTransaction implements Transaction, DirectDatabase {
  readonly provider = 'sqlite';
  readonly dialect = 'sqlite';
  readonly adapterName = adapterName;
  /** "Phantom": Prisma leaves COMMIT and ROLLBACK to commit() and rollback() here, which know what to do when they fail. */
  readonly options = { usePhantomQuery: true };
  readonly #connection: Connection;
  readonly #release: Release;
  #state: State = 'open';

  constructor(connection: Connection, release: Release) {
    this.#connection = connection;
    this.#release = release;
  }

  async rows(text: string, values: readonly unknown[], columns: Columns): Promise<unknown[][]> {
    return this.#run(() => this.#connection.rowsOf(text, values, columns));
  }

  async records<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    return this.#run(() => this.#connection.records<T>(text, values));
  }

  async change(text: string, values: readonly unknown[]): Promise<number> {
    return this.#run(() => this.#connection.changed(text, values));
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#run(() => this.#connection.query(query));
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#run(() => this.#connection.execute(query));
  }

  async executeScript(script: string): Promise<void> {
    this.#run(() => this.#connection.script(script));
  }

  async commit(): Promise<void> {
    if (this.#state === 'closed') throw alreadyClosed();
    try {
      if (this.#state === 'failed') throw new CommitRefused();
      this.#connection.script('COMMIT');
    } finally {
      this.#end();
    }
  }

  async rollback(): Promise<void> {
    if (this.#state !== 'closed') this.#end();
  }

  async createSavepoint(name: string): Promise<void> {
    this.#run(() => this.#connection.script(`SAVEPOINT ${name}`));
  }

  async releaseSavepoint(name: string): Promise<void> {
    this.#run(() => this.#connection.script(`RELEASE SAVEPOINT ${name}`));
  }

  /** What failed since the savepoint is undone, so the transaction may go on. */
  async rollbackToSavepoint(name: string): Promise<void> {
    if (this.#state === 'closed') throw alreadyClosed();
    this.#connection.script(`ROLLBACK TO ${name}`);
    this.#state = 'open';
  }

  /** What was done since the savepoint is undone. After a failed statement nothing more runs all the same. */
  async undoTo(name: string): Promise<void> {
    if (this.#state !== 'closed' && this.#connection.inTransaction) this.#connection.script(`ROLLBACK TO ${name}`);
  }

  #run<T>(work: () => T): T {
    if (this.#state === 'closed') throw alreadyClosed();
    if (this.#state === 'failed') throw refusedAfterFailure();
    try {
      return work();
    } catch (error) {
      this.#state = 'failed';
      throw error;
    }
  }

  /** SQLite rolls back by itself after some errors and not after others, so ask. */
  #end(): void {
    this.#state = 'closed';
    try {
      if (this.#connection.inTransaction) this.#connection.script('ROLLBACK');
    } finally {
      this.#release();
    }
  }
}

function alreadyClosed(): DriverAdapterError {
  return new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'the transaction has ended' });
}

function refusedAfterFailure(): DriverAdapterError {
  const message = 'a statement of this transaction failed before: nothing more can be done in it';
  const sqliteAbort = 4;
  return new DriverAdapterError({ kind: 'sqlite', extendedCode: sqliteAbort, message });
}
