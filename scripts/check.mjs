// npm run check: types, lint and format, layers, dead code. Every check runs; one that fails fails the whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { makeReady } from './ready.mjs';
import { root } from './root.mjs';

await makeReady();
const checks = {
  types: ['typescript/bin/tsc', '--noEmit'],
  'lint and format': ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  layers: ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'src', 'simulator'],
  'dead code': ['knip/bin/knip.js'],
};
/** Beside each other, since each keeps one processor busy; what they say comes one after the other. */
const ended = Object.entries(checks).map(([name, [script, ...args]]) => {
  const child = spawn(process.execPath, [`node_modules/${script}`, ...args], { cwd: root });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text));
  return once(child, 'close').then(([status]) => ({ name, status, said: Buffer.concat(said) }));
});
let failed = 0;
for await (const { name, status, said } of ended) {
  process.stdout.write(said);
  process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}: ${name}\n`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
