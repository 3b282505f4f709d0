import { openAccounts } from './accounts.ts';
import { openApp } from './app.ts';
import { loadSettings } from './config.ts';
import { stopApp } from './stop-app.ts';
import { MigrationRefused } from './store/open-store.ts';
import { welcome } from './welcome.ts';

async function main(): Promise<void> {
  const read = loadSettings();
  if (read.kind === 'faults') return refuse('These settings are wrong:', read.faults);
  const { settings } = read;
  const accounts = openAccounts(settings);
  const app = await openApp({ settings, accounts });
  await app.server.listen({ port: settings.port, host: settings.host });
  app.workers.start();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stopApp(app));
  process.stdout.write(welcome(settings, accounts.simulator !== null));
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
