import type {
  ConnectionInfo,
  IsolationLevel,
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';

type ScriptRunner = (script: string) => Promise<void>;

/**
 * Shows the schema engine one begun transaction as if it were a database, so that all pending migrations and the rows
 * that record them are committed together or not at all: a start that is killed half-way leaves the database as it was.
 * The price: a migration cannot hold what PostgreSQL refuses in a transaction (CREATE INDEX CONCURRENTLY).
 */
export class OneTransaction implements SqlMigrationAwareDriverAdapterFactory, SqlDriverAdapter {
  readonly provider;
  readonly adapterName;
  readonly getConnectionInfo?: () => ConnectionInfo;
  readonly #transaction: Transaction;
  readonly #runScript: ScriptRunner;

  constructor(transaction: Transaction, runScript: ScriptRunner, connectionInfo?: ConnectionInfo) {
    this.provider = transaction.provider;
    this.adapterName = transaction.adapterName;
    this.#transaction = transaction;
    this.#runScript = runScript;
    if (connectionInfo) this.getConnectionInfo = () => connectionInfo;
  }

  async connect(): Promise<SqlDriverAdapter> {
    return this;
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    throw new Error('Applying migrations needs no shadow database');
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#guarded(() => this.#transaction.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#guarded(() => this.#transaction.executeRaw(query));
  }

  executeScript(script: string): Promise<void> {
    return this.#guarded(() => this.#runScript(script));
  }

  startTransaction(_level?: IsolationLevel): Promise<Transaction> {
    throw new Error('The migrations are in a transaction already');
  }

  async dispose(): Promise<void> {
    // The transaction belongs to the caller.
  }

  /** The engine tries things that may fail (is there a migrations table?): a savepoint lets the transaction live on. */
  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    await this.#transaction.createSavepoint?.('step');
    try {
      const done = await work();
      await this.#transaction.releaseSavepoint?.('step');
      return done;
    } catch (error) {
      await this.#transaction.rollbackToSavepoint?.('step');
      throw error;
    }
  }
}
