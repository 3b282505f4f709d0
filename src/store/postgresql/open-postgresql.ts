import pg from 'pg';
import { delegatesOf } from '../direct/delegate.ts';
import type { Driver } from '../driver.ts';
import type { Reads, Tx } from '../store.ts';
import { CommitCheckingClient } from './commit-checking-client.ts';
import { directTransaction, NotPlain } from './direct-transaction.ts';
import { statementsOn } from './statements.ts';

const usualPoolSize = 10;
const connectTimeoutMs = 10_000;
/** A lock or a statement that takes longer than this is somebody's fault, and would hold up all others. */
const lockTimeoutMs = 5_000;
const statementTimeoutMs = 15_000;
const idleInTransactionTimeoutMs = 30_000;

/**
 * Isolation is PostgreSQL's READ COMMITTED: what must not be overtaken takes a lock or a guarded update. Prisma is loaded
 * when it is first needed, for what is not plain.
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
  pool.on('error', onConnectionError);
  await pool.query('SELECT 1');
  const statements = statementsOn(pool);
  const prisma = prismaLater(pool, onConnectionError);
  return {
    dialect: 'postgresql',
    read: delegatesOf(statements, prisma.call, 'read') as unknown as Reads,
    async transaction(fn) {
      try {
        return await directTransaction(pool, fn);
      } catch (error) {
        if (!(error instanceof NotPlain)) throw error;
      }
      return prisma.transaction(fn);
    },
    query: ({ text, values }) => statements.records(text, values),
    async close() {
      await prisma.close();
      await pool.end();
    },
  };
}

function prismaLater(pool: pg.Pool, onConnectionError: (error: Error) => void) {
  let opened: ReturnType<typeof open> | undefined;
  const open = async () => {
    const [{ PrismaPg }, { PrismaClient }, { prismaTransaction }] = await Promise.all([
      import('@prisma/adapter-pg'),
      import('../generated/postgresql/client.ts'),
      import('./prisma-transaction.ts'),
    ]);
    const adapter = new PrismaPg(pool, { disposeExternalPool: false, onConnectionError });
    return { client: new PrismaClient({ adapter }), prismaTransaction };
  };
  const ready = () => {
    opened ??= open();
    return opened;
  };
  return {
    async call(delegate: string, method: string, args: unknown): Promise<unknown> {
      const { client } = await ready();
      const delegates = client as unknown as Record<string, Record<string, (args: unknown) => Promise<unknown>>>;
      return delegates[delegate]?.[method]?.(args);
    },
    async transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
      const { client, prismaTransaction } = await ready();
      return prismaTransaction(client, fn);
    },
    close: async () => (await opened)?.client.$disconnect(),
  };
}
