import { setTimeout as delay } from 'node:timers/promises';
import type { Driver } from './driver.ts';
import { cleared, mayRunAnew, Stale, StoreBusy, StoreClosed } from './faults.ts';
import { sql } from './sql.ts';
import type { Store, Tx } from './store.ts';

const mostAttempts = 10;
const longestPauseMs = 200;

/** The one way to the database: whole transactions, and reads. */
export function gate(driver: Driver): Store {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function untilDone<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await driver.transaction(fn);
      } catch (error) {
        if (!mayRunAnew(error)) throw cleared(error);
        if (attempt === mostAttempts) throw givenUp(error);
      }
      await delay(pauseMs(attempt));
    }
  }

  return {
    dialect: driver.dialect,
    read: driver.read,
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
    query: (statement) => driver.query(statement),
    async ping() {
      await driver.query(sql`SELECT 1`);
    },
    close() {
      closing ??= Promise.allSettled(running).then(() => driver.close());
      return closing;
    },
  };
}

/** Longer with each attempt, and never the same for two that collided. */
function pauseMs(attempt: number): number {
  return Math.random() * Math.min(longestPauseMs, 5 * 2 ** attempt);
}

function givenUp(error: unknown): unknown {
  if (error instanceof Stale) return error;
  return new StoreBusy(`Given up after ${mostAttempts} attempts; nothing was written`, { cause: error });
}
