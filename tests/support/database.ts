import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store, type StoreSettings } from '../../src/store/open-store.ts';
import { templateName } from './database-server.ts';

export type TemporaryDatabase = { url: string; dispose(): Promise<void> };

export const projectRoot = path.resolve(import.meta.dirname, '../..');
export const migrationsDir = path.join(projectRoot, 'prisma/migrations');

/** A fresh, migrated SQLite database in a folder of its own. */
export async function temporarySqlite(): Promise<TemporaryDatabase> {
  const template = await ask('sqlite');
  const { url, dispose } = emptySqlite();
  copyFileSync(template, url.slice('file:'.length));
  return { url, dispose };
}

/** Where a SQLite database may be made; nothing is there yet. */
export function emptySqlite(): TemporaryDatabase {
  const folder = mkdtempSync(path.join(tmpdir(), 'giftline-sqlite-'));
  const dispose = async () => rmSync(folder, { recursive: true, force: true });
  return { url: `file:${path.join(folder, 'giftline.db')}`, dispose };
}

/** A fresh, migrated PostgreSQL database on the one server of this run. */
export async function temporaryPostgres(): Promise<TemporaryDatabase> {
  return createDatabase(`TEMPLATE ${templateName}`);
}

/** A PostgreSQL database with nothing in it. */
export async function emptyPostgres(): Promise<TemporaryDatabase> {
  return createDatabase('');
}

/** Opens a database made here, as the program would. */
export function openTestStore(url: string, more: Partial<StoreSettings> = {}): Promise<Store> {
  return openStore({ url, migrationsDir, projectRoot, ...more });
}

/** Runs SQL as PostgreSQL's superuser, in a database of this run. */
export async function asAdministrator(sql: string, database = 'postgres'): Promise<void> {
  const client = new pg.Client({ connectionString: `${await ask('postgresql')}/${database}` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function createDatabase(options: string): Promise<TemporaryDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`CREATE DATABASE ${name} ${options}`);
  const dispose = () => asAdministrator(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return { url: `${await ask('postgresql')}/${name}`, dispose };
}

async function ask(what: 'sqlite' | 'postgresql'): Promise<string> {
  const response = await fetch(`${inject('databaseServer')}/${what}`);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
