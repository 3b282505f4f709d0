// npm start: makes the clone ready, starts the simulator if a provider has no account, and the app.
import { spawn } from 'node:child_process';
import { fail, makeReady } from './ready.mjs';
import { root } from './root.mjs';

await makeReady();
const { loadSettings, openAccounts } = await import(`${root}dist/settings.js`);
const read = loadSettings();
if (read.kind === 'faults') fail(`These settings are wrong:\n${read.faults.map((fault) => `  - ${fault}`).join('\n')}`);
const { simulator } = openAccounts(read.settings);

const programs = [];
let ending = false;

function start(name, env) {
  const program = spawn(process.execPath, ['--enable-source-maps', `${root}dist/${name}.js`], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  programs.push(program);
  program.on('exit', (code) => {
    if (ending) return;
    process.exitCode = code ?? 1;
    end();
  });
}

function end() {
  ending = true;
  for (const program of programs) if (program.exitCode === null) program.kill('SIGTERM');
}

process.on('SIGINT', end);
process.on('SIGTERM', end);
if (simulator) start('simulator', simulator);
start('main', {});
