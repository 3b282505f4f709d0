// npm run check: types, lint and format, layers, dead code. Every check runs; one that fails fails the whole.
import { spawnSync } from 'node:child_process';
import { makeReady } from './ready.mjs';
import { root } from './root.mjs';

await makeReady();
const checks = {
  types: ['typescript/bin/tsc', '--noEmit'],
  'lint and format': ['@biomejs/biome/bin/biome', 'check', '.'],
  layers: ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'src', 'simulator'],
  'dead code': ['knip/bin/knip.js'],
};
const failed = [];
for (const [name, [script, ...args]] of Object.entries(checks)) {
  const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { cwd: root, stdio: 'inherit' });
  process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}: ${name}\n`);
  if (status !== 0) failed.push(name);
}
process.exit(failed.length === 0 ? 0 : 1);
