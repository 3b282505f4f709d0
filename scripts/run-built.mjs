import { spawnSync } from 'node:child_process';
import { makeReady } from './ready.mjs';
import { root } from './root.mjs';

/** Makes everything ready, runs a program of dist/ with the arguments of this one, and ends as it ended. */
export async function runBuilt(name) {
  await makeReady();
  const args = ['--enable-source-maps', `${root}dist/${name}.js`, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  process.exit(status ?? 1);
}
