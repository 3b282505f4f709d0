import type { SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils';
import type Database from 'better-sqlite3';
import { toDriverError } from './driver-errors.ts';
import { columnTypeOf, toPrisma, toSqlite } from './values.ts';

/** The least recently used statement goes first. Prisma makes a few statements for each operation; IN-lists vary. */
export const mostCachedStatements = 256;

type Prepared = { statement: Database.Statement; columns: Database.ColumnDefinition[] };

/** One connection with its prepared statements. Everything here is synchronous, as better-sqlite3 is. */
export class Connection {
  readonly #database: Database.Database;
  readonly #cache = new Map<string, Prepared>();

  constructor(database: Database.Database) {
    this.#database = database.defaultSafeIntegers(true);
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  get cachedStatements(): number {
    return this.#cache.size;
  }

  /** Whether the statement gives rows and writes nothing. */
  onlyReads(sql: string): boolean {
    return this.#translated(() => {
      const { statement } = this.#prepare(sql);
      return statement.reader && statement.readonly;
    });
  }

  query({ sql, args, argTypes }: SqlQuery): SqlResultSet {
    return this.#translated(() => {
      const prepared = this.#prepare(sql);
      const { statement } = prepared;
      const values = args.map((arg, index) => toSqlite(arg, argTypes[index]));
      if (!statement.reader) {
        statement.run(...values);
        return { columnNames: [], columnTypes: [], rows: [] };
      }
      const rows = statement.all(...values) as unknown[][];
      const columns = columnsOf(prepared, rows);
      return {
        columnNames: columns.map((column) => column.name),
        columnTypes: columns.map((column, index) => columnTypeOf(column.type, index, rows)),
        rows: rows.map((row) => row.map(toPrisma)),
      };
    });
  }

  /** The number of rows changed. */
  execute({ sql, args, argTypes }: SqlQuery): number {
    return this.#translated(() => {
      const { statement } = this.#prepare(sql);
      const values = args.map((arg, index) => toSqlite(arg, argTypes[index]));
      if (!statement.reader) return statement.run(...values).changes;
      return statement.all(...values).length;
    });
  }

  /** Any number of statements, as in a migration. */
  script(sql: string): void {
    this.#translated(() => this.#database.exec(sql));
  }

  close(): void {
    this.#cache.clear();
    this.#database.close();
  }

  #prepare(sql: string): Prepared {
    const cached = this.#cache.get(sql);
    if (cached) {
      this.#cache.delete(sql);
      this.#cache.set(sql, cached);
      return cached;
    }
    const statement = this.#database.prepare(sql);
    const prepared = { statement, columns: statement.reader ? statement.raw(true).columns() : [] };
    this.#cache.set(sql, prepared);
    const [oldest] = this.#cache.keys();
    if (this.#cache.size > mostCachedStatements && oldest !== undefined) this.#cache.delete(oldest);
    return prepared;
  }

  #translated<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw toDriverError(error);
    }
  }
}

/** Asking for the columns costs seven times the query, so they are kept until a `SELECT *` gives rows of another width. */
function columnsOf(prepared: Prepared, rows: readonly unknown[][]): Database.ColumnDefinition[] {
  const width = rows[0]?.length ?? prepared.columns.length;
  if (width !== prepared.columns.length) prepared.columns = prepared.statement.columns();
  return prepared.columns;
}
