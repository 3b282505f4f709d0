// npm run bench [-- --json] [--quick] [--only NAME]: measures speed as ratios against baselines beside it.
import { spawnSync } from 'node:child_process';
import { makeReady } from './ready.mjs';
import { root } from './root.mjs';

await makeReady();
const args = ['--enable-source-maps', `${root}dist/bench.js`, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exit(status ?? 1);
