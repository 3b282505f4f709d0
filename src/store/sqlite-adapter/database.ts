import { Connection } from './connection.ts';
import { FairMutex } from './fair-mutex.ts';
import { openReader, openWriter, whileBusy } from './open-database.ts';
import { SqliteTransaction } from './transaction.ts';

/** How long the file may be held by other processes, and how long a transaction waits for those before it. */
const usualBusyLimitMs = 5_000;

/** One file with one writing connection, which a transaction has to itself, and one that only reads. */
export class SqliteDatabase {
  readonly reader: Connection;
  readonly #writer: Connection;
  readonly #turn = new FairMutex();
  readonly #busyLimitMs: number;
  #current: SqliteTransaction | null = null;

  private constructor(writer: Connection, reader: Connection, busyLimitMs: number) {
    this.#writer = writer;
    this.reader = reader;
    this.#busyLimitMs = busyLimitMs;
  }

  static async open(file: string, busyLimitMs = usualBusyLimitMs): Promise<SqliteDatabase> {
    const writer = await openWriter(file);
    try {
      return new SqliteDatabase(new Connection(writer), new Connection(openReader(file)), busyLimitMs);
    } catch (error) {
      writer.close();
      throw error;
    }
  }

  /** The transaction that is open now. */
  get current(): SqliteTransaction {
    if (!this.#current) throw new Error('no transaction is open');
    return this.#current;
  }

  /**
   * Begins at once as the writer (IMMEDIATE), so that no later statement can find the database changed or locked. Who
   * has waited for its turn until the limit still gets one try.
   */
  async begin(): Promise<SqliteTransaction> {
    const giveUpAt = performance.now() + this.#busyLimitMs;
    const release = await this.#turn.acquire(giveUpAt);
    try {
      await whileBusy(() => this.#writer.script('BEGIN IMMEDIATE'), giveUpAt - performance.now());
    } catch (error) {
      release();
      throw error;
    }
    const begun = new SqliteTransaction(this.#writer, () => {
      this.#current = null;
      release();
    });
    this.#current = begun;
    return begun;
  }

  async close(): Promise<void> {
    await this.#turn.run(() => {
      this.reader.close();
      this.#writer.close(); // last, so that it can fold the WAL back into the file
    });
  }
}
