import pg from 'pg';
import { CommitRefused } from '../faults.ts';

/**
 * PostgreSQL answers COMMIT of a transaction in which a statement failed with ROLLBACK, and no error; Prisma does not
 * look. Then a program that caught the failure would believe that everything was written.
 */
export class CommitCheckingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads query seven times; it is passed on as it came
  override query(...asked: any[]): any {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const answer = (super.query as (...asked: any[]) => any).apply(this, asked);
    if (!isCommit(asked[0]) || !(answer instanceof Promise)) return answer;
    return answer.then((result: pg.QueryResult) => {
      if (result.command !== 'COMMIT') throw new CommitRefused();
      return result;
    });
  }
}

function isCommit(asked: unknown): boolean {
  if (typeof asked === 'string') return asked === 'COMMIT';
  return typeof asked === 'object' && asked !== null && 'text' in asked && asked.text === 'COMMIT';
}
