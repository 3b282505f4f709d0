import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { CommitCheckingClient } from './commit-checking-client.ts';
import { PrismaClient } from './generated/postgresql/client.ts';
import type { PrismaClient as CommonClient } from './generated/sqlite/client.ts';

const usualPoolSize = 10;
const connectTimeoutMs = 10_000;
/** A lock or a statement that takes longer than this is somebody's fault, and would hold up all others. */
const lockTimeoutMs = 5_000;
const statementTimeoutMs = 15_000;
const idleInTransactionTimeoutMs = 30_000;

/** Isolation is PostgreSQL's READ COMMITTED: what must not be overtaken takes a lock or a guarded update. */
export async function openPostgresqlClient(
  url: string,
  onConnectionError: (error: Error) => void,
  poolSize: number = usualPoolSize,
): Promise<CommonClient> {
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
  // The two generated clients have the same models and methods but are not assignable to each other; both are made
  // from one schema, and the store contract runs on both. This is the only cast between them.
  return client as unknown as CommonClient;
}
