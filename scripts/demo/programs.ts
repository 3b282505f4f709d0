import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccounts } from '../../src/accounts.ts';
import { readSettings } from '../../src/config.ts';

const readyWithinMs = 30_000;
const lookEveryMs = 100;

export interface Programs {
  appUrl: string;
  simulatorUrl: string;
  /** npm run audit on this database; true when every truth holds. */
  audit(): { sound: boolean; says: string };
  stop(): Promise<void>;
}

/** Starts the real programs on free ports and a throw-away database, as npm start would. */
export async function startPrograms(root: string): Promise<Programs> {
  const dataDir = mkdtempSync(join(tmpdir(), 'giftline-demo-'));
  const own = {
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    SIMULATOR_PORT: String(await freePort()),
    SIMULATOR_SMTP_PORT: '0',
    LOG_LEVEL: 'warn',
    DEMO: '1',
  };
  const read = readSettings(own);
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  const { simulator } = openAccounts(read.settings);
  // Nothing of the user's own settings may lead the demo to a real account or database.
  const app = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...own };
  const start = (name: string, given: Record<string, string>) =>
    spawn(process.execPath, ['--enable-source-maps', join(root, `dist/${name}.js`)], {
      env: given,
      cwd: dataDir,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const children = [start('simulator', { ...app, ...simulator }), start('main', app)];
  const appUrl = read.settings.publicUrl;
  const simulatorUrl = `http://127.0.0.1:${own.SIMULATOR_PORT}`;
  await Promise.all([answers(`${appUrl}/readyz`), answers(`${simulatorUrl}/desk/people`)]);
  return {
    appUrl,
    simulatorUrl,
    audit: () => {
      const { status, stdout } = spawnSync(process.execPath, [join(root, 'dist/audit.js')], {
        env: app,
        cwd: dataDir,
      });
      return { sound: status === 0, says: stdout.toString().trim() };
    },
    stop: async () => {
      await Promise.all(children.map(ended));
      rmSync(dataDir, { recursive: true, force: true });
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

async function answers(url: string): Promise<void> {
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
