// npm run audit -- [--database URL]: reads a database and checks that what always holds does hold.
import { spawnSync } from 'node:child_process';
import { makeReady } from './ready.mjs';
import { root } from './root.mjs';

await makeReady();
const args = ['--enable-source-maps', `${root}dist/audit.js`, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exit(status ?? 1);
