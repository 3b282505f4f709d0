import type { SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils';
import type Database from 'better-sqlite3';
import type { DirectDatabase } from '../direct/database.ts';
import type { Columns } from '../direct/text.ts';
import { toDriverError } from './driver-errors.ts';
import { columnTypeOf, declaredClientType, toClient, toPrisma, toSqlite } from './values.ts';

/** The least recently used statement goes first. Prisma makes a few statements for each operation; IN-lists vary. */
export const mostCachedStatements = 256;

type Prepared = { statement: Database.Statement; columns: Database.ColumnDefinition[] };

/** One connection with its prepared statements. Everything here is synchronous, as better-sqlite3 is. */
export class Connection implements DirectDatabase {
  readonly dialect = 'sqlite';
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

  async rows(text: string, values: readonly unknown[], columns: Columns): Promise<unknown[][]> {
    return this.rowsOf(text, values, columns);
  }

  rowsOf(text: string, values: readonly unknown[], columns: Columns): unknown[][] {
    return this.#translated(() => {
      const rows = this.#prepare(text).statement.all(...values.map(bound)) as unknown[][];
      for (const row of rows) {
        for (const [index, [, type]] of columns.entries()) row[index] = toClient(row[index], type);
      }
      return rows;
    });
  }

  /** Rows of SQL written by hand, as the client gives them: by name, typed as their columns were declared. */
  records<T>(text: string, values: readonly unknown[]): T[] {
    return this.#translated(() => {
      const prepared = this.#prepare(text);
      const rows = prepared.statement.all(...values.map(bound)) as unknown[][];
      const columns = columnsOf(prepared, rows).map(({ name, type }) => ({ name, type: declaredClientType(type) }));
      const named = (row: unknown[]) => columns.map(({ name, type }, index) => [name, toClient(row[index], type)]);
      return rows.map((row) => Object.fromEntries(named(row)) as T);
    });
  }

  async change(text: string, values: readonly unknown[]): Promise<number> {
    return this.changed(text, values);
  }

  changed(text: string, values: readonly unknown[]): number {
    return this.#translated(() => this.#prepare(text).statement.run(...values.map(bound)).changes);
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

const bound = (value: unknown): unknown => toSqlite(value, undefined);
