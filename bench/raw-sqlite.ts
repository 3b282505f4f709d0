import Database from 'better-sqlite3';
import { statementOf, type Write } from './same-rows.ts';

export type RawDatabase = ReturnType<typeof rawSqlite>;

/** The baseline: better-sqlite3 alone, which writes the same rows with prepared statements, a FULL transaction for each work. */
export function rawSqlite(file: string) {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  const prepared = new Map<string, Database.Statement>();
  const run = database.transaction((writes: { text: string; values: unknown[] }[]) => {
    for (const { text, values } of writes) {
      let statement = prepared.get(text);
      if (!statement) {
        statement = database.prepare(text);
        prepared.set(text, statement);
      }
      if (statement.run(...values).changes !== 1) throw new Error(`the baseline changed nothing: ${text}`);
    }
  });
  return {
    /** Works a second. What is bound is made ready before the clock runs. */
    rate(works: readonly Write[][]): number {
      const ready = works.map(readied);
      const begun = performance.now();
      for (const writes of ready) run.immediate(writes);
      return (works.length * 1000) / (performance.now() - begun);
    },
    /** What has to be there before. */
    write(works: readonly Write[][]): void {
      for (const writes of works) run.immediate(readied(writes));
    },
    close: () => database.close(),
  };
}

const readied = (writes: readonly Write[]) =>
  writes.map((write) => {
    const { text, values } = statementOf(write, () => '?');
    return { text, values: values.map(bound) };
  });

function bound(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}
