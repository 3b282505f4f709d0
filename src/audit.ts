import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseUrlOf } from './app.ts';
import { loadSettings } from './config.ts';
import { audit } from './operations/audit/audit.ts';
import { projectRoot } from './project-root.ts';
import { openStore } from './store/open-store.ts';

/** npm run audit -- [--database URL]: exit code 1 and a line for each violation. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { database: { type: 'string' } } });
  const read = loadSettings();
  if (read.kind === 'faults') throw new Error(`these settings are wrong: ${read.faults.join('; ')}`);
  const root = projectRoot();
  const store = await openStore({
    url: values.database ?? databaseUrlOf(read.settings),
    migrationsDir: join(root, 'prisma/migrations'),
    projectRoot: root,
  });
  try {
    const violations = await audit(store);
    for (const { truth, says } of violations) process.stdout.write(`truth ${truth}: ${says}\n`);
    process.stdout.write(violations.length === 0 ? 'Every truth holds.\n' : `${violations.length} violations.\n`);
    process.exitCode = violations.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
