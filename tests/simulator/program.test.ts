import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jisu, openWorlds, yuna } from './fake-app.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Inside node_modules, so that the packages, which stay outside the bundle, are found from there.
const folder = mkdtempSync(join(root, 'node_modules', '.simulator-test-'));
const program = join(folder, 'simulator.mjs');

beforeAll(() =>
  build({
    entryPoints: [join(root, 'simulator/main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

const accounts = {
  TWILIO_ACCOUNT_SID: 'ACx',
  TWILIO_AUTH_TOKEN: 'x',
  STRIPE_SECRET_KEY: 'sk_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  TELEGRAM_BOT_TOKEN: '1:x',
};

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [program], { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, said, ended };
}

test('the program refuses to start without the accounts, naming all of them', async () => {
  const { said, ended } = run({});
  expect(await ended).toBe(2);
  for (const name of Object.keys(accounts)) expect(said.err).toContain(name);
});

test('the program says where it is, answers there, and stops when told to', async () => {
  const { child, said, ended } = run({ ...accounts, SIMULATOR_PORT: '0' });
  await expect.poll(() => said.out, { timeout: 10_000 }).toMatch(/ mail at smtp:\/\/127\.0\.0\.1:[1-9]\d*,/);
  await expect.poll(() => said.out, { timeout: 10_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\n$/);
  const url = said.out.trim().split(' ').at(-1) ?? '';
  expect((await fetch(url)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('the mailbox is one port further than the desk; a taken or a wrong one is told in one line', async () => {
  const { simulator } = await openWorlds();
  const taken = Number(new URL(simulator.smtpUrl).port);
  const next = run({ ...accounts, SIMULATOR_PORT: String(taken - 1) });
  expect(await next.ended).toBe(2);
  expect(next.said.err).toMatch(/^The simulator cannot start: port \d+ is taken .* SIMULATOR_SMTP_PORT [^\n]*\n$/);
  const wrong = run({ ...accounts, SIMULATOR_PORT: '65535' });
  expect(await wrong.ended).toBe(2);
  expect(wrong.said.err).toBe('The simulator cannot start: SIMULATOR_SMTP_PORT must be a port number, 0 to 65535\n');
});

test('the status page shows people, texts and calls, and escapes what comes from outside', async () => {
  const { simulator, desk } = await openWorlds({ '/ivr/incoming': '<Response><Say>1 &lt; 2</Say></Response>' });
  await desk.phone(yuna).texts('<script>alert(1)</script>');
  await desk.phone(jisu).dials();
  await desk.phone(yuna).chat.writes('<img src=x> 쿠폰 주세요');
  const page = await (await fetch(simulator.url)).text();
  expect(page).toContain('최유나');
  expect(page).toContain('+8215880000');
  expect(page).toContain('&lt;script>');
  expect(page).toContain('1 &lt; 2');
  expect(page).toContain('&lt;img src=x> 쿠폰 주세요');
  expect(page).not.toContain('<script>');
});

test('the desk refuses in words what cannot be', async () => {
  const { desk } = await openWorlds();
  await expect(desk.phone('12').dials().then()).rejects.toThrow(/400.*from/);
  await expect(desk.phone(jisu).dials('+8215990000').then()).rejects.toThrow(/404.*nobody answers/);
  await expect(desk.phone(jisu).rings()).rejects.toThrow(/does not ring/);
  await expect(desk.media('ME0')).rejects.toThrow(/404/);
});
