import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/store/migrate/migrate.ts';
import { migratePostgresql } from '../../src/store/migrate/migrate-postgresql.ts';
import { migrateSqlite } from '../../src/store/migrate/migrate-sqlite.ts';
import { readMigrations } from '../../src/store/migrate/migration-files.ts';
import { openEngine } from '../../src/store/migrate/schema-engine.ts';
import { childProgram } from '../support/child-program.ts';
import {
  emptyPostgres,
  emptySqlite,
  migrationsDir,
  projectRoot,
  type TemporaryDatabase,
  temporaryPostgres,
  temporarySqlite,
} from '../support/database.ts';
import { runSql } from './run-sql.ts';

const dialects = [
  { dialect: 'sqlite', empty: emptySqlite, migrated: temporarySqlite },
  { dialect: 'postgresql', empty: emptyPostgres, migrated: temporaryPostgres },
] as const;

const schema = readFileSync(path.join(projectRoot, 'prisma/schema.prisma'), 'utf8');

describe.each(dialects)('migrations on $dialect', ({ dialect, empty, migrated }) => {
  const names = readMigrations(migrationsDir, dialect).map(({ name }) => name);
  const run = (database: string, root = projectRoot) =>
    migrate({ dialect, database, migrationsDir, projectRoot: root });

  test('a new database gets them all, and none the second time', async () => {
    const database = await place(empty);
    expect(await run(database)).toEqual(names);
    expect(await run(database)).toEqual([]);
  });

  test('a start with nothing to do does not load the schema engine', async () => {
    expect(await run(await place(migrated), '/nowhere')).toEqual([]);
  });

  test('two processes at once both end well, and one of them has done it', async () => {
    const database = await place(empty);
    const program = await childProgram(path.join(import.meta.dirname, 'migrating-process.ts'));
    onTestFinished(() => program.dispose());
    const children = [1, 2].map(() => fork(program.file, [dialect, database, migrationsDir, projectRoot]));
    await Promise.all(children.map((child) => once(child, 'message')));
    const applied = await Promise.all(children.map(goAndTell));
    expect(applied.sort((a, b) => b.length - a.length)).toEqual([names, []]);
    expect(await runSql(database, 'SELECT migration_name AS name FROM _prisma_migrations')).toHaveLength(names.length);
  });

  test('one that breaks off half-way leaves the database as it was', async () => {
    const database = await place(empty);
    const breaksOff = async (transaction: { executeScript(script: string): Promise<void> }) => {
      await transaction.executeScript('CREATE TABLE half (id TEXT); CREATE TABLE whole (id TEXT);');
      throw new Error('the power went');
    };
    const start = dialect === 'sqlite' ? migrateSqlite : migratePostgresql;
    await expect(start(database, readMigrations(migrationsDir, dialect), breaksOff)).rejects.toThrow('the power went');
    expect(await run(database)).toEqual(names);
    await expect(runSql(database, 'SELECT * FROM half')).rejects.toThrow();
  });

  test('one from before the coupons keeps its opt-outs, and its shops their owners', async () => {
    const database = await place(empty);
    const before = mkdtempSync(path.join(tmpdir(), 'giftline-migrations-'));
    onTestFinished(() => rmSync(before, { recursive: true, force: true }));
    for (const name of names.filter((one) => one < '20261121140000'))
      cpSync(path.join(migrationsDir, dialect, name), path.join(before, dialect, name), { recursive: true });
    await migrate({ dialect, database, migrationsDir: before, projectRoot });
    const at = '2026-11-20T01:02:03.004Z';
    await runSql(database, `INSERT INTO "OptOut" VALUES ('+821000000001', '+8215880000', '${at}')`);
    await runSql(
      database,
      `INSERT INTO "Shop" ("id", "code", "name", "nameEn", "trade", "currency", "presets", "leastAmount", "mostAmount", "pinPolicy", "validDays", "createdAt")
       VALUES ('s', '101', 'a', 'b', 'retail', 'KRW', '[]', 1, 2, 'always', 1, '${at}')`,
    );
    await runSql(
      database,
      `INSERT INTO "Account" ("id", "email", "passwordHash", "role", "shopId", "createdAt")
       VALUES ('a', 'a@b.example', 'x', 'shop-owner', 's', '${at}')`,
    );
    await run(database);
    expect(await runSql(database, 'SELECT "recipient", "sender" FROM "OptOut"')).toEqual([
      { recipient: '+821000000001', sender: '+8215880000' },
    ]);
    expect(await runSql(database, 'SELECT "ownerId" FROM "Shop" WHERE "approvedAt" = "createdAt"')).toEqual([
      { ownerId: 'a' },
    ]);
  });

  test.each([
    ['newer', `UPDATE _prisma_migrations SET migration_name = '99990101000000_later'`, /newer program/],
    ['edited', `UPDATE _prisma_migrations SET checksum = 'other'`, /Put its file back/],
    ['failed', 'UPDATE _prisma_migrations SET finished_at = NULL', /Restore a backup/],
    ['foreign', 'DROP TABLE _prisma_migrations', /DATABASE_URL/],
  ])('a database that is %s is refused with what to do', async (kind, change, advice) => {
    const database = await place(migrated);
    await runSql(database, change);
    const refusal = await run(database).catch((error) => error);
    expect(refusal).toMatchObject({ name: 'MigrationRefused', kind });
    expect(refusal.message).toMatch(advice);
  });
});

test('the migrations of SQLite lead to the schema', async () => {
  expect(await changesToSchema(await place(temporarySqlite))).toMatch(/^-- This is an empty migration\.\s*$/);
});

test('a later migration that rebuilds a table on SQLite keeps its rows and those that point at it', async () => {
  const database = await place(temporarySqlite);
  await runSql(database, `INSERT INTO "OptOut" VALUES ('+821000000001', '', '2026-11-20T01:02:03.004Z')`);
  await runSql(database, `INSERT INTO "LedgerEntry" VALUES ('e', 'k', 'capture', 'KRW', '2026-11-20T01:02:03.004Z')`);
  await runSql(database, `INSERT INTO "Posting" VALUES ('e', 1, 'cash', '', 5)`);
  const later = await laterMigration('kind     String\n  currency', 'kind     String @default("capture")\n  currency');
  expect(await migrate({ dialect: 'sqlite', database, migrationsDir: later, projectRoot })).toHaveLength(1);
  expect(await runSql(database, 'SELECT entryId, amount FROM "Posting"')).toEqual([{ entryId: 'e', amount: 5 }]);
  expect(await runSql(database, 'SELECT id FROM "LedgerEntry"')).toEqual([{ id: 'e' }]);
  expect(await runSql(database, 'SELECT count(*) AS rows FROM "OptOut"')).toEqual([{ rows: 1 }]);
});

// Prisma's engine cannot look at PostgreSQL through adapter-pg 7.10 (its type "char" is missing there), so we do.
test('the migrations of PostgreSQL make the same tables, columns, and unique indexes', async () => {
  const [sqlite, postgresql] = await Promise.all([place(temporarySqlite), place(temporaryPostgres)]);
  expect(await runSql(postgresql, postgresqlColumns)).toEqual(await runSql(sqlite, sqliteColumns));
  expect(await runSql(postgresql, postgresqlIndexes)).toEqual(await runSql(sqlite, sqliteIndexes));
});

const sqliteColumns = `
  SELECT t.name || '.' || c.name || CASE WHEN c."notnull" THEN '' ELSE '?' END AS name
  FROM sqlite_schema t JOIN pragma_table_info(t.name) c
  WHERE t.type = 'table' AND substr(t.name, 1, 1) <> '_' AND t.name NOT LIKE 'sqlite%' ORDER BY 1`;
const postgresqlColumns = `
  SELECT table_name || '.' || column_name || CASE WHEN is_nullable = 'NO' THEN '' ELSE '?' END AS name
  FROM information_schema.columns WHERE table_schema = 'public' AND substr(table_name, 1, 1) <> '_' ORDER BY 1`;
const sqliteIndexes = `
  SELECT name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'sqlite%' ORDER BY 1`;
const postgresqlIndexes = `
  SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%_pkey' ORDER BY 1`;

/** A file or a URL, gone when the test is. */
async function place(make: () => TemporaryDatabase | Promise<TemporaryDatabase>): Promise<string> {
  const { url, dispose } = await make();
  onTestFinished(dispose);
  return url.replace(/^file:/, '');
}

async function goAndTell(child: ChildProcess): Promise<string[]> {
  const heard = once(child, 'message');
  const ended = once(child, 'exit');
  child.send('go');
  const [applied] = await heard;
  expect(await ended).toEqual([0, null]);
  return applied;
}

/** What Prisma would still change in the database to make it fit prisma/schema.prisma. */
async function changesToSchema(file: string): Promise<string | null> {
  return changes({ tag: 'schemaDatasource', files: [schemaFile(schema)], configDir: projectRoot }, schema, file);
}

/** A folder with the migrations of SQLite and one more, as Prisma makes it when a line of the schema changes. */
async function laterMigration(line: string, changed: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'giftline-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(migrationsDir, 'sqlite'), path.join(folder, 'sqlite'), { recursive: true });
  expect(schema).toContain(line);
  const script = await changes({ tag: 'schemaDatamodel', files: [schemaFile(schema)] }, schema.replace(line, changed));
  expect(script).toContain('RedefineTables');
  mkdirSync(path.join(folder, 'sqlite/99990101000000_later'));
  writeFileSync(path.join(folder, 'sqlite/99990101000000_later/migration.sql'), script ?? '');
  return folder;
}

async function changes(from: DiffTarget, to: string, database = ':memory:'): Promise<string | null> {
  const engine = await openEngine(projectRoot, new PrismaBetterSqlite3({ url: database }));
  const { stdout } = await engine.diff({
    from,
    to: { tag: 'schemaDatamodel', files: [schemaFile(to)] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout;
}

function schemaFile(content: string) {
  return { path: 'schema.prisma', content };
}
