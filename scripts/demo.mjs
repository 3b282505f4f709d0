// npm run demo: plays the main job through the simulator on a throw-away database.
import { spawnSync } from 'node:child_process';
import { makeReady } from './ready.mjs';
import { root } from './root.mjs';

await makeReady();
const args = ['--enable-source-maps', `${root}dist/demo.js`, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exit(status ?? 1);
