import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaClient } from './generated/sqlite/client.ts';
import { SqliteAdapterFactory } from './sqlite-adapter/adapter.ts';

export async function openSqliteClient(file: string, busyLimitMs?: number): Promise<PrismaClient> {
  const client = new PrismaClient({ adapter: new SqliteAdapterFactory(file, busyLimitMs) });
  await client.$connect();
  return client;
}

/** The absolute path in `file:…` or a plain path. Refuses :memory:, which a second connection would not share. */
export function sqliteFile(url: string): string {
  if (url.startsWith('file://')) return fileURLToPath(url);
  const file = url.replace(/^file:/, '');
  if (file === '' || file === ':memory:' || file.includes('?'))
    throw new Error(`Not the path of a SQLite file: ${url}`);
  return path.resolve(file);
}
