import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { CommitCheckingClient } from './commit-checking-client.ts';
import type { DirectDatabase } from './direct/database.ts';
import { delegatesOf } from './direct/delegate.ts';
import type { Driver } from './driver.ts';
import { PrismaClient } from './generated/postgresql/client.ts';
import type { Sql } from './sql.ts';
import type { Reads, Tx } from './store.ts';

const usualPoolSize = 10;
const connectTimeoutMs = 10_000;
/** A lock or a statement that takes longer than this is somebody's fault, and would hold up all others. */
const lockTimeoutMs = 5_000;
const statementTimeoutMs = 15_000;
const idleInTransactionTimeoutMs = 30_000;

/** How long a transaction may wait for its turn, and then run. Both are bounds for trouble, not for a normal day. */
const waitMs = 10_000;
const runMs = 20_000;

/**
 * Transactions are Prisma's. Isolation is PostgreSQL's READ COMMITTED: what must not be overtaken takes a lock or a
 * guarded update.
 */
export async function openPostgresql(
  url: string,
  onConnectionError: (error: Error) => void,
  poolSize: number = usualPoolSize,
): Promise<Driver> {
  const pool = new pg.Pool({
    connectionString: url,
    Client: CommitCheckingClient,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    lock_timeout: lockTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    application_name: 'giftline',
  });
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    onPoolError: onConnectionError,
    onConnectionError,
  });
  const client = new PrismaClient({ adapter });
  await client.$connect();
  return {
    dialect: 'postgresql',
    read: delegatesOf(directly(client), callOf(client), 'read') as unknown as Reads,
    transaction: (fn) => client.$transaction((raw) => fn(txOf(raw)), { maxWait: waitMs, timeout: runMs }),
    query: (statement) => client.$queryRawUnsafe(statement.text, ...statement.values),
    close: () => client.$disconnect(),
  };
}

type Raw = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

function txOf(raw: Raw): Tx {
  const own = {
    async lock(name: string) {
      await raw.$executeRawUnsafe('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', name);
    },
    query: <T>({ text, values }: Sql) => raw.$queryRawUnsafe<T[]>(text, ...values),
    execute: ({ text, values }: Sql) => raw.$executeRawUnsafe(text, ...values),
  };
  const delegates = delegatesOf(directly(raw), callOf(raw), 'write');
  return new Proxy(own, {
    get: (_target, key) => (Object.hasOwn(own, key) ? Reflect.get(own, key) : Reflect.get(delegates, key)),
  }) as unknown as Tx;
}

const directly = (client: Pick<PrismaClient, '$queryRawUnsafe' | '$executeRawUnsafe'>): DirectDatabase => ({
  dialect: 'postgresql',
  async rows(text, values, columns) {
    const rows = await client.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    return rows.map((row) => columns.map(([name]) => row[name]));
  },
  change: (text, values) => client.$executeRawUnsafe(text, ...values),
});

const callOf = (client: object) => async (delegate: string, method: string, args: unknown) => {
  const delegates = client as Record<string, Record<string, (args: unknown) => Promise<unknown>>>;
  return delegates[delegate]?.[method]?.(args);
};
