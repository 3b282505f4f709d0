import { type CallPrisma, delegatesOf } from '../direct/delegate.ts';
import type { Sql } from '../sql.ts';
import type { Tx } from '../store.ts';
import { transactionOf } from '../transaction-of.ts';
import { withinTime } from '../within-time.ts';
import type { SqliteDatabase } from './database.ts';
import type { SqliteTransaction } from './transaction.ts';

/** Runs `fn` in a transaction of its own. Nothing that it began runs on after its end. */
export async function runTransaction<T>(
  database: SqliteDatabase,
  callPrisma: CallPrisma,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  const transaction = await database.begin();
  const prisma = followed(callPrisma);
  try {
    const answer = await withinTime(fn(txOf(transaction, prisma.call)));
    await prisma.end();
    await transaction.commit();
    return answer;
  } finally {
    await prisma.end();
    await transaction.rollback(); // does nothing once committed
  }
}

/** Prisma knows nothing of our transactions: what it was asked in one must have ended before another one begins. */
function followed(callPrisma: CallPrisma) {
  const underWay = new Set<Promise<unknown>>();
  let ended = false;
  const call: CallPrisma = async (...asked) => {
    if (ended) throw new Error('the transaction has ended');
    const answer = callPrisma(...asked);
    underWay.add(answer);
    return answer.finally(() => underWay.delete(answer));
  };
  const end = async () => {
    ended = true;
    await Promise.allSettled(underWay);
  };
  return { call, end };
}

function txOf(transaction: SqliteTransaction, callPrisma: CallPrisma): Tx {
  const own = {
    // One writer at a time already (BEGIN IMMEDIATE).
    lock: async () => undefined,
    query: <R>({ sql, values }: Sql) => transaction.records<R>(sql, values),
    execute: ({ sql, values }: Sql) => transaction.change(sql, values),
  };
  return transactionOf(own, delegatesOf(transaction, callPrisma, 'write'));
}
