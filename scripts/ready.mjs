// Makes a fresh clone ready: packages as locked, database clients, and the programs in dist/. Does only what is missing.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from './root.mjs';

const leastNode = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  if (!enough) fail(`Giftline needs Node ${leastNode.join('.')} or newer; this is ${process.versions.node}.`);
}

export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Runs a command and ends this program when it fails, showing what it said. */
function run(command, args, what) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // What npm has to compile is compiled on every core.
    env: { JOBS: 'max', ...process.env },
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(`${what} failed:\n${stdout}\n${stderr}`);
}

const hashOf = (file) =>
  createHash('sha256')
    .update(readFileSync(`${root}${file}`))
    .digest('hex');

function installPackages() {
  const stamp = `${root}node_modules/.giftline-lock`;
  const wanted = hashOf('package-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stdout.write('Installing packages, once (a minute or two) …\n');
  // Not `npm ci`: it refuses a lock without the binaries of platforms that the registry at hand does not carry.
  run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'], 'npm install');
  mkdirSync(`${root}node_modules`, { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Packages, generated clients and built programs. Safe to call every time. */
export async function makeReady() {
  checkNode();
  installPackages();
  run('node', ['scripts/generate.mjs'], 'Generating the database clients');
  const { build } = await import('./build.mjs');
  await build();
}
