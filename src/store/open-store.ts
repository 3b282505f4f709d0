import { gate } from './gate.ts';
import { migrate } from './migrate/migrate.ts';
import type { Store } from './store.ts';

export { isUniqueViolation, Stale, StoreBusy, StoreClosed, StoreFull } from './faults.ts';
export { MigrationRefused } from './migrate/history.ts';
export type { Reads, Store, Tx } from './store.ts';

export type StoreSettings = {
  /** `file:…` or a path for SQLite; `postgresql://…`. */
  url: string;
  migrationsDir: string;
  /** Where node_modules can be found from. */
  projectRoot: string;
  log?: StoreLog;
  /** Connections to PostgreSQL, 10 if not said. */
  poolSize?: number;
  /** How long SQLite's file may be held by other processes before StoreBusy, 5,000 if not said. */
  busyLimitMs?: number;
};

export type StoreLog = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
};

/**
 * Opens the database, made and brought up to date where that is needed. Only the client in use is loaded.
 * Throws MigrationRefused when the database belongs to a newer or another program.
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { url, migrationsDir, projectRoot, log, poolSize, busyLimitMs } = settings;
  const places = { migrationsDir, projectRoot };
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgresql } = await import('./postgresql/open-postgresql.ts');
    tell(log, await migrate({ dialect: 'postgresql', database: url, ...places }));
    const lost = (error: Error) => log?.warn({ err: error }, 'a connection to the database was lost');
    return gate(await openPostgresql(url, lost, poolSize));
  }
  const { openSqlite, sqliteFile } = await import('./sqlite.ts');
  const file = sqliteFile(url);
  tell(log, await migrate({ dialect: 'sqlite', database: file, ...places }));
  return gate(await openSqlite(file, busyLimitMs));
}

function tell(log: StoreLog | undefined, applied: readonly string[]): void {
  if (applied.length > 0) log?.info({ applied }, 'the database was brought up to date');
}
