import type pg from 'pg';
import { delegatesOf } from '../direct/delegate.ts';
import { StoreBusy } from '../faults.ts';
import type { Sql } from '../sql.ts';
import type { Tx } from '../store.ts';
import { transactionOf } from '../transaction-of.ts';
import { withinTime } from '../within-time.ts';
import { statementsOn, toDriverError } from './statements.ts';

/** Something in a transaction is Prisma's: nothing was written, and all of it is to be run anew inside Prisma's own. */
export class NotPlain extends Error {}

/** Runs `fn` in a transaction on a connection of its own. Throws NotPlain where it asks what only Prisma can answer. */
export async function directTransaction<T>(pool: pg.Pool, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = await connectionOf(pool);
  let broken = false;
  const lost = () => {
    broken = true;
  };
  connection.on('error', lost);
  try {
    return await transactionOn(connection, fn, lost);
  } finally {
    connection.off('error', lost);
    connection.release(broken);
  }
}

/** A pool whose connections are all taken for too long is as busy as a lock. */
async function connectionOf(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const waited = error instanceof Error && error.message.includes('timeout exceeded when trying to connect');
    if (waited) throw new StoreBusy('All connections to the database are taken; nothing was written', { cause: error });
    throw error;
  }
}

async function transactionOn<T>(connection: pg.PoolClient, fn: (tx: Tx) => Promise<T>, lost: () => void): Promise<T> {
  let over = false;
  let last: Promise<unknown> = Promise.resolve();
  /** One statement after another: a connection can do no more. */
  const inOrder = {
    query: (query: pg.QueryConfig) => {
      if (over) return Promise.reject(new Error('the transaction has ended'));
      const answer = last.then(() => connection.query(query));
      last = answer.catch(() => undefined);
      return answer;
    },
  } as unknown as Pick<pg.Pool, 'query'>;
  try {
    await connection.query('BEGIN');
    const answer = await withinTime(fn(txOn(inOrder)));
    over = true;
    await last;
    await connection.query('COMMIT');
    return answer;
  } catch (error) {
    over = true;
    await last;
    // A connection that cannot even roll back is given up; PostgreSQL rolls back what it was in.
    await connection.query('ROLLBACK').catch(lost);
    throw toDriverError(error);
  }
}

function txOn(connection: Pick<pg.Pool, 'query'>): Tx {
  const statements = statementsOn(connection);
  const own = {
    async lock(name: string) {
      await statements.change('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
    },
    query: <R>({ text, values }: Sql) => statements.records<R>(text, values),
    execute: ({ text, values }: Sql) => statements.change(text, values),
  };
  const notPlain = async (delegate: string, method: string) => {
    throw new NotPlain(`${delegate}.${method}`);
  };
  return transactionOf(own, delegatesOf(statements, notPlain, 'write'));
}
