import pg from 'pg';
import { rateInLanes } from './rounds.ts';
import { statementOf, type Write } from './same-rows.ts';

/** The baseline: pg alone, which writes the same rows with prepared statements, a transaction for each work. */
export function rawPostgresql(url: string, lanes: number) {
  const pool = new pg.Pool({ connectionString: url, max: lanes });
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `s${names.size}`;
    names.set(text, name);
    return name;
  };
  return {
    async rate(works: readonly Write[][]): Promise<number> {
      const ready = works.map((writes) => writes.map((write) => statementOf(write, (index) => `$${index + 1}`)));
      return rateInLanes(ready.length, lanes, async (index) => {
        const client = await pool.connect();
        await client.query('BEGIN');
        for (const { text, values } of ready[index] ?? []) {
          const { rowCount } = await client.query({ name: nameOf(text), text, values });
          if (rowCount !== 1) throw new Error(`the baseline changed nothing: ${text}`);
        }
        await client.query('COMMIT');
        client.release();
      });
    },
    close: () => pool.end(),
  };
}
