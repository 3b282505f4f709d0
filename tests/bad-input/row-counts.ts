import { raw, sql } from '../../src/store/sql.ts';
import type { World } from '../support/world.ts';

/** How many rows each table has: what was refused must leave it as it was. */
export async function rowCounts({ app: { store } }: World): Promise<Record<string, number>> {
  const tables = await store.query<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [counted] = await store.query<{ rows: bigint }>(sql`SELECT COUNT(*) AS "rows" FROM ${raw(`"${name}"`)}`);
    counts[name] = Number(counted?.rows);
  }
  return counts;
}
