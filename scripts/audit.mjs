// npm run audit -- [--database URL]: reads a database and checks that what always holds does hold.
import { spawnSync } from 'node:child_process';
import { makeReady, root } from './ready.mjs';

await makeReady();
const args = ['--enable-source-maps', `${root}dist/audit.js`, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exit(status ?? 1);
