import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Dialect = 'sqlite' | 'postgresql';

export type MigrationFile = {
  name: string;
  sql: string;
  /** SHA-256 of the file, as Prisma keeps it in _prisma_migrations. */
  checksum: string;
};

/** All migrations of one database, oldest first. Refuses an empty or missing folder: then nothing could work. */
export function readMigrations(migrationsDir: string, dialect: Dialect): MigrationFile[] {
  const folder = path.join(migrationsDir, dialect);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  if (names.length === 0) throw new Error(`No migrations in ${folder}`);
  return names.map((name) => {
    const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}
