import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { PrismaClient } from '../../src/store/generated/sqlite/client.ts';
import type { Store, Tx } from '../../src/store/open-store.ts';
import { type Sql, sql } from '../../src/store/sql.ts';
import { asAdministrator, openTestStore, temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { optOut, type Subject, storeContract } from './contract.ts';
import { startSecondProcess } from './second-process.ts';

storeContract("Prisma's own SQLite adapter", openStock, 'fault');
storeContract('the store on SQLite', openOurs, 'sound');
storeContract('the store on PostgreSQL', openPostgresql, 'sound');

async function openStock(): Promise<Subject> {
  const { url, dispose } = await temporarySqlite();
  const client = new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url, timeout: 100 }),
    transactionOptions: { maxWait: 500, timeout: 5_000 },
  });
  const transaction: Subject['transaction'] = (fn) =>
    client.$transaction((raw) =>
      fn(
        Object.assign(raw, {
          lock: async () => undefined,
          query: <T>(statement: Sql) => raw.$queryRaw<T[]>(statement),
          execute: (statement: Sql) => raw.$executeRaw(statement),
        }) as unknown as Tx,
      ),
    );
  return {
    transaction,
    countAtRoot: () => client.optOut.count(),
    async write(phone) {
      await client.optOut.create({ data: { recipient: phone, sender: '+8215880000', since: new Date() } });
    },
    durability: async () => sqliteDurability(await client.$queryRaw(sql`PRAGMA synchronous`)),
    async breakBegin() {
      await client.$executeRaw(sql`BEGIN`);
      return async () => {
        await client.$executeRaw(sql`ROLLBACK`);
      };
    },
    deferForeignKeys,
    startOther: () => startSecondProcess(url),
    async close() {
      await client.$disconnect();
      await dispose();
    },
  };
}

async function openOurs(): Promise<Subject> {
  const { url, dispose } = await temporarySqlite();
  const store = await openTestStore(url, { busyLimitMs: 1_500 });
  return {
    ...common(store),
    durability: () => store.transaction(async (tx) => sqliteDurability(await tx.query(sql`PRAGMA synchronous`))),
    async breakBegin() {
      const other = new Database(url.slice('file:'.length));
      other.exec('BEGIN IMMEDIATE');
      return async () => void other.close();
    },
    deferForeignKeys,
    startOther: () => startSecondProcess(url),
    async close() {
      await store.close();
      await dispose();
    },
  };
}

async function openPostgresql(): Promise<Subject> {
  const { url, dispose } = await temporaryPostgres();
  const store = await openTestStore(url);
  const name = new URL(url).pathname.slice(1);
  await asAdministrator(
    `ALTER TABLE "Terminal" ALTER CONSTRAINT "Terminal_shopId_fkey" DEFERRABLE INITIALLY DEFERRED`,
    name,
  );
  return {
    ...common(store),
    async durability() {
      const [setting] = await store.query<{ synchronous_commit: string }>(sql`SHOW synchronous_commit`);
      return setting?.synchronous_commit === 'on' ? 'full' : 'normal';
    },
    async breakBegin() {
      await asAdministrator(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await asAdministrator(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
      return () => asAdministrator(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    },
    deferForeignKeys: async () => undefined, // deferred already, above
    startOther: () => startSecondProcess(url),
    async close() {
      await store.close();
      await dispose();
    },
  };
}

function common(store: Store): Pick<Subject, 'transaction' | 'countAtRoot' | 'write'> {
  return {
    transaction: (fn) => store.transaction(fn),
    countAtRoot: () => store.read.optOut.count(),
    write: (phone) => store.transaction((tx) => optOut(tx, phone)),
  };
}

async function deferForeignKeys(tx: Tx): Promise<void> {
  await tx.execute(sql`PRAGMA defer_foreign_keys = ON`);
}

/** https://www.sqlite.org/pragma.html#pragma_synchronous */
function sqliteDurability(answer: Array<{ synchronous: bigint | number }>): string {
  return ['off', 'normal', 'full', 'extra'][Number(answer[0]?.synchronous)] ?? 'unknown';
}
