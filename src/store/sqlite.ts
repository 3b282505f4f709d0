import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { delegatesOf } from './direct/delegate.ts';
import type { Driver } from './driver.ts';
import type { PrismaClient } from './generated/sqlite/client.ts';
import { InsideAdapter, ReadingAdapter } from './sqlite-adapter/adapters.ts';
import { SqliteDatabase } from './sqlite-adapter/database.ts';
import { runTransaction } from './sqlite-adapter/run-transaction.ts';
import type { Reads } from './store.ts';

/**
 * SQLite with transactions of our own: Prisma is asked inside them, and only for what is not plain. It is loaded when
 * that first happens.
 */
export async function openSqlite(file: string, busyLimitMs?: number): Promise<Driver> {
  const database = await SqliteDatabase.open(file, busyLimitMs);
  const inside = lazyClient(() => new InsideAdapter(database));
  const reading = lazyClient(() => new ReadingAdapter(database.reader));
  return {
    dialect: 'sqlite',
    read: delegatesOf(database.reader, reading.call, 'read') as unknown as Reads,
    transaction: (fn) => runTransaction(database, inside.call, fn),
    query: async (statement) => database.reader.records(statement.sql, statement.values),
    async close() {
      await Promise.all([inside.close(), reading.close()]);
      await database.close();
    },
  };
}

type Adapter = ConstructorParameters<typeof PrismaClient>[0]['adapter'];

function lazyClient(makeAdapter: () => NonNullable<Adapter>) {
  let opened: Promise<PrismaClient> | undefined;
  const open = async () => {
    const { PrismaClient } = await import('./generated/sqlite/client.ts');
    return new PrismaClient({ adapter: makeAdapter() });
  };
  return {
    async call(delegate: string, method: string, args: unknown): Promise<unknown> {
      opened ??= open();
      const client = (await opened) as unknown as Record<string, Record<string, (args: unknown) => Promise<unknown>>>;
      return client[delegate]?.[method]?.(args);
    },
    close: async () => (await opened)?.$disconnect(),
  };
}

/** The absolute path in `file:…` or a plain path. Refuses :memory:, which a second connection would not share. */
export function sqliteFile(url: string): string {
  if (url.startsWith('file://')) return fileURLToPath(url);
  const file = url.replace(/^file:/, '');
  if (file === '' || file === ':memory:' || file.includes('?'))
    throw new Error(`Not the path of a SQLite file: ${url}`);
  return path.resolve(file);
}
