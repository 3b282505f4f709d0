import { join } from 'node:path';
import { databaseUrlOf } from './app.ts';
import { loadSettings } from './config.ts';
import { projectRoot } from './project-root.ts';
import { openStore, type Store } from './store/open-store.ts';

/** A command of the command line; `work` gives its exit code. What goes wrong is one line, and exit code 1. */
export function runCommand(work: () => Promise<number>): void {
  work().then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

/** Works on the database at `url`, or else on that of the settings. */
export async function withDatabase<T>(url: string | undefined, work: (store: Store) => Promise<T>): Promise<T> {
  const read = loadSettings();
  if (read.kind === 'faults') throw new Error(`these settings are wrong: ${read.faults.join('; ')}`);
  const root = projectRoot();
  const store = await openStore({
    url: url ?? databaseUrlOf(read.settings),
    migrationsDir: join(root, 'prisma/migrations'),
    projectRoot: root,
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
