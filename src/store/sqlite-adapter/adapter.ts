import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { Connection } from './connection.ts';
import { FairMutex } from './fair-mutex.ts';
import { openReader, openWriter, whileBusy } from './open-database.ts';
import { SqliteTransaction } from './transaction.ts';

const adapterName = 'giftline-better-sqlite3';

/**
 * Prisma on better-sqlite3, with one writing connection that is never shared and one reading connection.
 * What Prisma's own adapter does otherwise, and why that is not good enough for money, stands in tests/store/contract.ts.
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = adapterName;
  readonly #file: string;
  readonly #busyLimitMs: number | undefined;

  constructor(file: string, busyLimitMs?: number) {
    this.#file = file;
    this.#busyLimitMs = busyLimitMs;
  }

  async connect(): Promise<SqliteAdapter> {
    const writer = await openWriter(this.#file);
    try {
      return new SqliteAdapter(new Connection(writer), new Connection(openReader(this.#file)), this.#busyLimitMs);
    } catch (error) {
      writer.close();
      throw error;
    }
  }
}

export class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = adapterName;
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #turn = new FairMutex();
  readonly #busyLimitMs: number | undefined;

  constructor(writer: Connection, reader: Connection, busyLimitMs?: number) {
    this.#busyLimitMs = busyLimitMs;
    this.#writer = writer;
    this.#reader = reader;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    if (this.#reader.onlyReads(query.sql)) return this.#reader.query(query);
    return this.#alone(() => this.#writer.query(query));
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#alone(() => this.#writer.execute(query));
  }

  async executeScript(script: string): Promise<void> {
    await this.#alone(() => this.#writer.script(script));
  }

  /** Begins at once as the writer (IMMEDIATE), so that no later statement can find the database changed or locked. */
  async startTransaction(isolationLevel?: IsolationLevel): Promise<SqliteTransaction> {
    if (isolationLevel !== undefined && isolationLevel !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel });
    }
    const release = await this.#turn.acquire();
    try {
      await whileBusy(() => this.#writer.script('BEGIN IMMEDIATE'), this.#busyLimitMs);
      return new SqliteTransaction(this.#writer, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async dispose(): Promise<void> {
    await this.#turn.run(() => {
      this.#reader.close();
      this.#writer.close(); // last, so that it can fold the WAL back into the file
    });
  }

  #alone<T>(work: () => T): Promise<T> {
    return this.#turn.run(() => whileBusy(work, this.#busyLimitMs));
  }
}
