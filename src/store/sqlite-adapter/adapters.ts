import type {
  ConnectionInfo,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import type { Connection } from './connection.ts';
import type { SqliteDatabase } from './database.ts';
import { adapterName, type SqliteTransaction } from './transaction.ts';

/** What both have in common: an adapter that is its own factory, since the connections are open already. */
abstract class OwnAdapter implements SqlDriverAdapter, SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = adapterName;

  abstract queryRaw(query: SqlQuery): Promise<SqlResultSet>;
  abstract executeRaw(query: SqlQuery): Promise<number>;
  abstract executeScript(script: string): Promise<void>;
  abstract startTransaction(): Promise<Transaction>;

  async connect(): Promise<SqlDriverAdapter> {
    return this;
  }

  /** https://www.sqlite.org/limits.html: SQLITE_MAX_VARIABLE_NUMBER, as better-sqlite3 is built. */
  getConnectionInfo(): ConnectionInfo {
    return { maxBindValues: 32_766, supportsRelationJoins: false };
  }

  /** The connections are closed by whoever opened them. */
  async dispose(): Promise<void> {}
}

/** Prisma outside any transaction: it reads what was last committed, and writes nothing. */
export class ReadingAdapter extends OwnAdapter {
  readonly #reader: Connection;

  constructor(reader: Connection) {
    super();
    this.#reader = reader;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#reader.query(query);
  }

  async executeRaw(): Promise<never> {
    throw readsOnly();
  }

  async executeScript(): Promise<never> {
    throw readsOnly();
  }

  async startTransaction(): Promise<never> {
    throw readsOnly();
  }
}

/** Prisma inside the transaction that is open now. What it takes for a transaction of its own is a savepoint. */
export class InsideAdapter extends OwnAdapter {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super();
    this.#database = database;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#database.current.queryRaw(query);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#database.current.executeRaw(query);
  }

  async executeScript(script: string): Promise<void> {
    await this.#database.current.executeScript(script);
  }

  async startTransaction(): Promise<Transaction> {
    return Savepoint.begin(this.#database.current);
  }
}

let savepoints = 0;

class Savepoint implements Transaction {
  readonly provider = 'sqlite';
  readonly adapterName = adapterName;
  /** Prisma leaves the end to commit() and rollback(). */
  readonly options = { usePhantomQuery: true };
  readonly #within: SqliteTransaction;
  readonly #name: string;

  private constructor(within: SqliteTransaction, name: string) {
    this.#within = within;
    this.#name = name;
  }

  static async begin(within: SqliteTransaction): Promise<Savepoint> {
    savepoints += 1;
    const name = `prisma_${savepoints}`;
    await within.createSavepoint(name);
    return new Savepoint(within, name);
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#within.queryRaw(query);
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#within.executeRaw(query);
  }

  commit(): Promise<void> {
    return this.#within.releaseSavepoint(this.#name);
  }

  rollback(): Promise<void> {
    return this.#within.undoTo(this.#name);
  }

  createSavepoint(name: string): Promise<void> {
    return this.#within.createSavepoint(name);
  }

  releaseSavepoint(name: string): Promise<void> {
    return this.#within.releaseSavepoint(name);
  }

  rollbackToSavepoint(name: string): Promise<void> {
    return this.#within.rollbackToSavepoint(name);
  }
}

const readsOnly = (): Error => new Error('outside a transaction nothing is written');
