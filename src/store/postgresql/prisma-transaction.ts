import type { PrismaClient } from '../generated/postgresql/client.ts';
import type { Sql } from '../sql.ts';
import type { Tx } from '../store.ts';
import { transactionOf } from '../transaction-of.ts';

/** How long a transaction may wait for its turn, and then run. Both are bounds for trouble, not for a normal day. */
const waitMs = 10_000;
const runMs = 20_000;

/** A transaction that is Prisma's whole. */
export const prismaTransaction = <T>(client: PrismaClient, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  client.$transaction((raw) => fn(txOf(raw)), { maxWait: waitMs, timeout: runMs });

type Raw = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** The client's transaction without its $ methods, and with ours. */
function txOf(raw: Raw): Tx {
  const own = {
    async lock(name: string) {
      await raw.$executeRawUnsafe('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', name);
    },
    query: <R>({ text, values }: Sql) => raw.$queryRawUnsafe<R[]>(text, ...values),
    execute: ({ text, values }: Sql) => raw.$executeRawUnsafe(text, ...values),
  };
  return transactionOf(own, raw);
}
