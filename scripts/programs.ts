import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Accounts, openAccounts } from '../src/accounts.ts';
import { readSettings, type Settings } from '../src/config.ts';

const readyWithinMs = 30_000;
const lookEveryMs = 20;

export interface Programs {
  appUrl: string;
  simulatorUrl: string;
  /** The app's process, and how long it took from its start to its first answer. */
  pid: number;
  readyAfterMs: number;
  settings: Settings;
  accounts: Accounts;
  /** npm run audit on this database; true when every truth holds. */
  audit(): { sound: boolean; says: string };
  /** `keep`: the folder with the database stays. */
  stop(how?: { keep: boolean }): Promise<void>;
}

/** A folder for one throw-away database. */
export const throwAwayFolder = (): string => mkdtempSync(join(tmpdir(), 'giftline-'));

/** Starts the real programs on free ports and a throw-away database in `dataDir`, as npm start would. `more`: settings. */
export async function startPrograms(
  root: string,
  dataDir = throwAwayFolder(),
  more: Record<string, string> = {},
): Promise<Programs> {
  const own = {
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    SIMULATOR_PORT: String(await freePort()),
    SIMULATOR_SMTP_PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
    DEMO: '1',
    ...more,
  };
  const read = readSettings(own);
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  const accounts = openAccounts(read.settings);
  const { simulator } = accounts;
  // Nothing of the user's own settings may lead the demo to a real account or database.
  const app = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...own };
  const start = (name: string, given: Record<string, string>) =>
    spawn(process.execPath, ['--enable-source-maps', join(root, `dist/${name}.js`)], {
      env: given,
      cwd: dataDir,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const begun = performance.now();
  const main = start('main', app);
  const children = [start('simulator', { ...app, ...simulator }), main];
  const appUrl = read.settings.publicUrl;
  const simulatorUrl = `http://127.0.0.1:${own.SIMULATOR_PORT}`;
  const readyAfter = answers(`${appUrl}/readyz`).then(() => performance.now() - begun);
  const [readyAfterMs] = await Promise.all([readyAfter, answers(`${simulatorUrl}/desk/people`)]);
  return {
    appUrl,
    simulatorUrl,
    pid: main.pid ?? 0,
    readyAfterMs,
    settings: read.settings,
    accounts,
    audit: () => {
      const { status, stdout } = spawnSync(process.execPath, [join(root, 'dist/audit.js')], {
        env: app,
        cwd: dataDir,
      });
      return { sound: status === 0, says: stdout.toString().trim() };
    },
    stop: async ({ keep } = { keep: false }) => {
      await Promise.all(children.map(ended));
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

export async function answers(url: string): Promise<void> {
  await until(`${url} answers`, readyWithinMs, async () => {
    const response = await fetch(url).catch(() => null);
    return response?.ok ? true : null;
  });
}

/** Looks until `look` gives something; throws when that takes too long. */
export async function until<T>(what: string, withinMs: number, look: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
