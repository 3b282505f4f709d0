import { setTimeout as delay } from 'node:timers/promises';
import { type Sql, sqltag as sql } from '@prisma/client/runtime/client';
import { cleared, mayRunAnew, Stale, StoreBusy, StoreClosed } from './faults.ts';
import type { Prisma, PrismaClient } from './generated/sqlite/client.ts';
import type { Store, Tx } from './store.ts';

const mostAttempts = 10;
const longestPauseMs = 200;
/** How long a transaction may wait for its turn, and then run. Both are bounds for trouble, not for a normal day. */
const waitMs = 10_000;
const runMs = 20_000;

/** The one way to the database: whole transactions, and reads. */
export function gate(dialect: Store['dialect'], client: PrismaClient): Store {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function once<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    return client.$transaction((raw) => fn(transactionOf(dialect, raw)), { maxWait: waitMs, timeout: runMs });
  }

  async function untilDone<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(fn);
      } catch (error) {
        if (!mayRunAnew(error)) throw cleared(error);
        if (attempt === mostAttempts) throw givenUp(error);
      }
      await delay(pauseMs(attempt));
    }
  }

  return {
    dialect,
    read: client,
    async transaction(fn) {
      if (closing) throw new StoreClosed('The store is closed');
      const run = untilDone(fn);
      running.add(run);
      try {
        return await run;
      } finally {
        running.delete(run);
      }
    },
    query: (statement) => client.$queryRaw(statement),
    async ping() {
      await client.$queryRaw(sql`SELECT 1`);
    },
    close() {
      closing ??= Promise.allSettled(running).then(() => client.$disconnect());
      return closing;
    },
  };
}

/** The client's transaction without its $ methods, and with ours. */
function transactionOf(dialect: Store['dialect'], raw: Prisma.TransactionClient): Tx {
  const own = {
    async lock(name: string) {
      // SQLite has one writer at a time already (BEGIN IMMEDIATE).
      if (dialect === 'postgresql')
        await raw.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
    },
    query: <T>(statement: Sql) => raw.$queryRaw<T[]>(statement),
    execute: (statement: Sql) => raw.$executeRaw(statement),
  };
  return new Proxy(raw, {
    get: (target, key) => (Object.hasOwn(own, key) ? Reflect.get(own, key) : Reflect.get(target, key)),
  }) as unknown as Tx;
}

/** Longer with each attempt, and never the same for two that collided. */
function pauseMs(attempt: number): number {
  return Math.random() * Math.min(longestPauseMs, 5 * 2 ** attempt);
}

function givenUp(error: unknown): unknown {
  if (error instanceof Stale) return error;
  return new StoreBusy(`Given up after ${mostAttempts} attempts; nothing was written`, { cause: error });
}
