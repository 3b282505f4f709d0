import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { projectRoot } from '../support/database.ts';
import { quietPort } from '../support/quiet-port.ts';

// Every command in the documents is run: against one Giftline that `npm start` has started, in the order of the pages.

const pages = ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs')];
const longestMs = 170_000;

/** Run in another way than by itself; where the way is null, the reason says who runs it. */
const otherwise: Readonly<Record<string, string | { because: string }>> = {
  'npm start': { because: 'it is running: see beforeAll' },
  'npm test': { because: 'this is it' },
  'npm test -- tests/acceptance/till.test.ts': {
    because: 'the same file runs beside this: only its name is looked at',
  },
  'npm run check': { because: '.ci/run runs it, and a second one would take a minute' },
  'node scripts/new-migration.mjs a_name_for_it': {
    because: 'it writes into the tree; tests/store/migrate.test.ts has it',
  },
  'npm run call-map': { because: 'it writes into the tree; tests/ivr/call-map.test.ts fails when it was needed' },
};

interface Block {
  page: string;
  text: string;
}

const blocks: Block[] = pages.flatMap((page) =>
  [...readFileSync(join(projectRoot, page), 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => ({
    page,
    text,
  })),
);

let env: Record<string, string>;
let giftline: ReturnType<typeof spawn>;
let said = '';
const folder = mkdtempSync(join(tmpdir(), 'giftline-docs-'));

beforeAll(async () => {
  const port = await quietPort();
  const simulatorPort = await quietPort();
  env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PORT: String(port),
    SIMULATOR_PORT: String(simulatorPort),
    SIMULATOR_SMTP_PORT: String(await quietPort()),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'warn',
  };
  giftline = spawn('npm', ['start'], { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  giftline.stdout?.on('data', (text) => {
    said += text;
  });
  giftline.stderr?.on('data', (text) => {
    said += text;
  });
  const isReady = () =>
    expect(said).toMatch(/Giftline is ready: [\s\S]*Simulator: |Simulator: [\s\S]*Giftline is ready: /);
  await vi.waitFor(isReady, { timeout: 60_000, interval: 100 });
}, longestMs);

afterAll(() => {
  if (giftline.pid) process.kill(-giftline.pid, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

test('npm start says where everything is, and who can call with which PIN', () => {
  expect(said).toContain(`http://127.0.0.1:${env.PORT}`);
  expect(said).toContain(`http://127.0.0.1:${env.SIMULATOR_PORT}`);
  expect(said).toMatch(/100001 {2}PIN 2580/);
});

test.each([...new Set(blocks.map(({ page }) => page))])(
  'every command in %s does what it should',
  { timeout: longestMs },
  async (page) => {
    const own = blocks.filter((block) => block.page === page);
    const { code, output } = await run(own.map(({ text }) => text).join('\n'));
    expect(code, output).toBe(0);
  },
);

test.each(pages)('every link in %s leads somewhere in the project', (page) => {
  const text = readFileSync(join(projectRoot, page), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
  const missing = links.filter((link) => !existsSync(join(projectRoot, page, '..', link)));
  expect(missing).toEqual([]);
});

test('after the tour of the README the gift is spent in part, and the buyer knows', async () => {
  const desk = `http://127.0.0.1:${env.SIMULATOR_PORT}/desk`;
  const read = async () => (await fetch(`${desk}/phones/+821020000001/messages`)).text();
  await expect.poll(read, { timeout: 20_000 }).toMatch(/20,000원/);
});

test('npm run bench --json ends with one object that has every figure', { timeout: 120_000 }, () => {
  const args = ['run', 'bench', '--', '--quick', '--json', '--only', 'on-sqlite', '--only', 'cards'];
  const output = execFileSync('npm', args, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const { figures } = JSON.parse(output.trim().split('\n').at(-1) ?? '');
  expect(figures).toHaveLength(7);
  for (const figure of figures) {
    expect(Object.keys(figure)).toEqual(['name', 'value', 'unit', 'baseline', 'ratio', 'aim', 'met']);
    expect(figure.value).toBeGreaterThan(0);
    expect(figure.ratio).toBeGreaterThan(0);
  }
});

test('every test file that a command names is there', () => {
  const named = blocks.flatMap(({ text }) => text.match(/\btests\/\S+\.test\.tsx?/g) ?? []);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
});

test('every command that a page names is one of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  for (const page of ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md']) {
    const named = readFileSync(join(projectRoot, page), 'utf8').matchAll(/`npm (?:run )?([a-z-]+)/g);
    for (const [, name = ''] of named) expect([page, name, name in scripts]).toEqual([page, name, true]);
  }
});

const sayWhatFailed = `trap 'echo "this failed: $BASH_COMMAND" >&2' ERR`;

/** The commands of a page as they stand, in one shell, with the ports and the data of this run. */
async function run(page: string): Promise<{ code: number; output: string }> {
  const lines = page
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, ''))
    .flatMap((line) => {
      const other = otherwise[line.trim()];
      return other === undefined ? [line] : typeof other === 'string' ? [other] : [];
    });
  const script = lines
    .join('\n')
    .replaceAll('localhost:3001', `localhost:${env.SIMULATOR_PORT}`)
    .replaceAll('localhost:3000', `localhost:${env.PORT}`)
    .replaceAll('127.0.0.1:3002', `127.0.0.1:${env.SIMULATOR_SMTP_PORT}`)
    .replaceAll('data/', `${env.DATA_DIR}/`);
  return new Promise((resolve) => {
    execFile(
      'bash',
      ['--norc', '-Eeuo', 'pipefail', '-c', `${sayWhatFailed}\n${script}`],
      { cwd: projectRoot, env },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}` });
      },
    );
  });
}

function markdownIn(path: string): string[] {
  return readdirSync(join(projectRoot, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => relative(projectRoot, join(projectRoot, path, name)))
    .sort();
}
