import Database from 'better-sqlite3';
import pg from 'pg';

/** Plain SQL on a database of either kind, past all code of ours; answers the rows. */
export async function runSql(database: string, statement: string): Promise<unknown[]> {
  if (!database.startsWith('postgresql:')) {
    const file = new Database(database.replace(/^file:/, ''));
    try {
      const prepared = file.prepare(statement);
      if (prepared.reader) return prepared.all();
      prepared.run();
      return [];
    } finally {
      file.close();
    }
  }
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
