import { openAccounts } from './accounts.ts';
import { openApp } from './app.ts';
import { loadSettings } from './config.ts';
import { MigrationRefused } from './store/open-store.ts';
import { welcome } from './welcome.ts';

/** How long calls and requests may take to end after a SIGTERM. */
const drainMs = 15_000;

async function main(): Promise<void> {
  const read = loadSettings();
  if (read.kind === 'faults') return refuse('These settings are wrong:', read.faults);
  const { settings } = read;
  const accounts = openAccounts(settings);
  const app = await openApp({ settings, accounts });
  await app.server.listen({ port: settings.port, host: settings.host });
  app.workers.start();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(app));
  process.stdout.write(welcome(settings, accounts.simulator !== null));
}

async function stop(app: Awaited<ReturnType<typeof openApp>>): Promise<void> {
  const giveUp = setTimeout(() => process.exit(1), drainMs);
  await app.close();
  clearTimeout(giveUp);
}

function refuse(title: string, faults: string[]): void {
  process.stderr.write(`${title}\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  if (error instanceof MigrationRefused) return refuse('The database cannot be used:', [error.message]);
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  if (taken) return refuse('The port is taken:', ['choose another by PORT=…']);
  throw error;
});
