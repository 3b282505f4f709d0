// Run as a child process: waits to be told, so that several migrate at the same moment.
import { once } from 'node:events';
import { migrate } from '../../src/store/migrate/migrate.ts';

async function migrateWhenTold(): Promise<void> {
  const [dialect, database, migrationsDir, projectRoot] = process.argv.slice(2);
  if (!database || !migrationsDir || !projectRoot) throw new Error('usage: dialect database migrationsDir projectRoot');
  process.send?.('ready');
  await once(process, 'message');
  const applied = await migrate({
    dialect: dialect === 'sqlite' ? 'sqlite' : 'postgresql',
    database,
    migrationsDir,
    projectRoot,
  });
  process.send?.(applied);
  process.disconnect();
}

void migrateWhenTold();
