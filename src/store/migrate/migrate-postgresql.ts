import { PrismaPg } from '@prisma/adapter-pg';
import type { Transaction } from '@prisma/driver-adapter-utils';
import { type History, pendingMigrations } from './history.ts';
import type { Apply } from './migrate-sqlite.ts';
import type { MigrationFile } from './migration-files.ts';
import { OneTransaction } from './one-transaction.ts';

/** Any number will do; it must only be the same in every process that migrates. */
const migrationLock = 4_712_026;
const connectTimeoutMs = 10_000;
const lockTimeoutMs = 60_000;

/** Applies what is pending, all in one transaction and one process at a time. Answers the names of what was applied. */
export async function migratePostgresql(url: string, files: readonly MigrationFile[], apply: Apply): Promise<string[]> {
  const factory = new PrismaPg({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: connectTimeoutMs,
    lock_timeout: lockTimeoutMs,
  });
  const adapter = await factory.connect();
  try {
    const transaction = await adapter.startTransaction();
    const run = async (sql: string) => {
      // Without arguments pg sends the text as it is, so a script with $$ bodies goes in one piece.
      await transaction.executeRaw({ sql, args: [], argTypes: [] });
    };
    try {
      if (pendingMigrations(files, await readHistory(transaction)).length === 0) return [];
      await run(`SELECT pg_advisory_xact_lock(${migrationLock})`);
      const pending = pendingMigrations(files, await readHistory(transaction)).map(({ name }) => name);
      if (pending.length > 0) await apply(new OneTransaction(transaction, run, adapter.getConnectionInfo()));
      await run('COMMIT');
      return pending;
    } catch (error) {
      await run('ROLLBACK');
      throw error;
    } finally {
      await transaction.rollback(); // gives the connection back
    }
  } finally {
    await adapter.dispose();
  }
}

async function readHistory(transaction: Transaction): Promise<History> {
  const tables = await rowsOf(
    transaction,
    `SELECT c.relname FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')`,
  );
  const names = new Set(tables.map(([name]) => name));
  if (!names.has('_prisma_migrations')) return { applied: undefined, hasOtherTables: names.size > 0 };
  const rows = await rowsOf(
    transaction,
    `SELECT migration_name, checksum, finished_at IS NOT NULL, rolled_back_at IS NOT NULL FROM _prisma_migrations`,
  );
  const applied = rows.map(([name, checksum, finished, rolledBack]) => ({
    name: String(name),
    checksum: String(checksum),
    finished: finished === true,
    rolledBack: rolledBack === true,
  }));
  return { applied, hasOtherTables: names.size > 1 };
}

async function rowsOf(transaction: Transaction, sql: string): Promise<unknown[][]> {
  const { rows } = await transaction.queryRaw({ sql, args: [], argTypes: [] });
  return rows;
}
