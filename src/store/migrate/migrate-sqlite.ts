import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Connection } from '../sqlite-adapter/connection.ts';
import { openWriter, whileBusy } from '../sqlite-adapter/open-database.ts';
import { SqliteTransaction } from '../sqlite-adapter/transaction.ts';
import { type History, pendingMigrations } from './history.ts';
import type { MigrationFile } from './migration-files.ts';
import { OneTransaction } from './one-transaction.ts';

export type Apply = (database: OneTransaction) => Promise<void>;

/** Applies what is pending, under SQLite's own write lock. Answers the names of what was applied. */
export async function migrateSqlite(file: string, files: readonly MigrationFile[], apply: Apply): Promise<string[]> {
  if (existsSync(file) && pendingMigrations(files, await readHistoryOf(file)).length === 0) return [];
  const database = await openWriter(file);
  try {
    // As https://www.sqlite.org/lang_altertable.html has it: foreign keys off before the transaction, checked at its end.
    database.pragma('foreign_keys = OFF');
    const connection = new Connection(database);
    await whileBusy(() => connection.script('BEGIN IMMEDIATE'));
    const transaction = new SqliteTransaction(connection, () => undefined);
    try {
      const pending = pendingMigrations(files, readHistory(database)).map(({ name }) => name);
      if (pending.length > 0) {
        await apply(new OneTransaction(transaction, (script) => transaction.executeScript(script)));
        requireForeignKeys(database);
      }
      await transaction.commit();
      return pending;
    } finally {
      await transaction.rollback(); // does nothing once committed
    }
  } finally {
    database.close();
  }
}

async function readHistoryOf(file: string): Promise<History> {
  const database = new Database(file, { readonly: true });
  try {
    return await whileBusy(() => readHistory(database));
  } finally {
    database.close();
  }
}

function readHistory(database: Database.Database): History {
  const listed = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`);
  const tables = new Set(listed.pluck().all());
  if (!tables.has('_prisma_migrations')) return { applied: undefined, hasOtherTables: tables.size > 0 };
  const rows = database
    .prepare(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished,
              rolled_back_at IS NOT NULL AS rolledBack FROM _prisma_migrations`,
    )
    .all() as Array<{ name: string; checksum: string; finished: unknown; rolledBack: unknown }>;
  const applied = rows.map((row) => ({
    ...row,
    finished: Number(row.finished) === 1,
    rolledBack: Number(row.rolledBack) === 1,
  }));
  return { applied, hasOtherTables: tables.size > 1 };
}

function requireForeignKeys(database: Database.Database): void {
  const broken = database.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`The migration would leave ${broken.length} rows pointing at nothing`);
}
