// Another process on the same database, moved by messages from the test: hold, release, increment. Plain SQL, no code
// of ours: what it does to the store under test is what any other program would do.
import Database from 'better-sqlite3';
import pg from 'pg';

const [url] = process.argv.slice(2);
const other = url.startsWith('file:') ? sqlite(url.slice('file:'.length)) : await postgresql(url);

process.on('message', async (command) => {
  try {
    process.send({ command, did: (await other[command]()) ?? 'done' });
  } catch (error) {
    process.send({ command, did: error.code ?? error.message });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ command: 'start', did: 'done' });

function sqlite(file) {
  const database = new Database(file, { timeout: 5_000 });
  return {
    hold: () => void database.exec('BEGIN IMMEDIATE'),
    release: () => void database.exec('COMMIT'),
    increment: () => void database.prepare('UPDATE "OutboxMessage" SET tries = tries + 1').run(),
  };
}

async function postgresql(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  client.on('error', () => process.exit(0));
  const lock = `SELECT pg_advisory_xact_lock(hashtextextended('contract', 0))`;
  const query = async (sql) => void (await client.query(sql));
  return {
    hold: () => query(`BEGIN; ${lock}`),
    release: () => query('COMMIT'),
    increment: () => query(`BEGIN; ${lock}; UPDATE "OutboxMessage" SET tries = tries + 1; COMMIT`),
  };
}
