import path from 'node:path';
import { type Dialect, readMigrations } from './migration-files.ts';
import type { OneTransaction } from './one-transaction.ts';
import { migrationList, openEngine } from './schema-engine.ts';

export type MigrateSettings = {
  dialect: Dialect;
  /** A file for SQLite, a URL for PostgreSQL. */
  database: string;
  /** Holds one folder of migrations for each dialect. */
  migrationsDir: string;
  /** Where node_modules with the schema engine can be found from. */
  projectRoot: string;
};

/**
 * Brings the database up to this program and answers the names of the migrations applied, none if it was there already.
 * Any number of processes may do it at once. Refuses (MigrationRefused) a database that a newer or another program made.
 */
export async function migrate({ dialect, database, migrationsDir, projectRoot }: MigrateSettings): Promise<string[]> {
  const files = readMigrations(migrationsDir, dialect);
  const apply = async (transaction: OneTransaction) => {
    const engine = await openEngine(projectRoot, transaction);
    try {
      const migrationsList = migrationList(path.join(migrationsDir, dialect), files);
      await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } });
    } finally {
      engine.free();
    }
  };
  if (dialect === 'sqlite') {
    const { migrateSqlite } = await import('./migrate-sqlite.ts');
    return migrateSqlite(database, files, apply);
  }
  const { migratePostgresql } = await import('./migrate-postgresql.ts');
  return migratePostgresql(database, files, apply);
}
