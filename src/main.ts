import { setImmediate as aTurn, setTimeout as pause } from 'node:timers/promises';
import { openAccounts } from './accounts.ts';
import { type App, openApp } from './app.ts';
import { loadSettings } from './config.ts';
import { MigrationRefused } from './store/open-store.ts';
import { welcome } from './welcome.ts';

/** How long calls and requests may take to end after a SIGTERM. */
const drainMs = 15_000;
/** How long connections may take to end by themselves before they are closed. */
const leavingMs = 2_000;
const lookEveryMs = 20;

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

/**
 * A busy program has requests that were sent and that it has not read yet; to Node their connections are idle, and
 * closing would lose them. So no new connection is taken first, and those there are end one by one with their answers.
 */
async function stop(app: App): Promise<void> {
  const giveUp = setTimeout(() => process.exit(1), drainMs);
  await nobodyQueues(app);
  app.leaves();
  const closeAt = performance.now() + leavingMs;
  while (performance.now() < closeAt && (await connectionsTo(app)) > 0) await pause(lookEveryMs);
  await app.close();
  clearTimeout(giveUp);
}

/** Node takes one connection a turn from the kernel's queue. When a turn took none, closing sends nobody away. */
async function nobodyQueues({ server }: App): Promise<void> {
  let came = 0;
  server.server.on('connection', () => {
    came += 1;
  });
  const giveUpAt = performance.now() + leavingMs;
  for (let before = -1; before !== came && performance.now() < giveUpAt; ) {
    before = came;
    await aTurn();
  }
}

const connectionsTo = ({ server }: App): Promise<number> =>
  new Promise((resolve, reject) => {
    server.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

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
