// npm run call-map: measures words that are new and draws the map of the call, with its seconds, into docs/.
import { spawnSync } from 'node:child_process';
import { makeReady } from './ready.mjs';
import { root } from './root.mjs';

await makeReady();
const { status } = spawnSync(process.execPath, ['--enable-source-maps', `${root}dist/call-map.js`], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
