import { writeSync } from 'node:fs';
import { openAccounts } from '../../src/accounts.ts';
import { type App, openApp } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import type { FailpointName } from '../../src/operations/ports.ts';
import { asFastAsMayBe } from '../support/pace.ts';
import { type Answer, type Asked, lastWords, type Order } from './orders.ts';

// The whole program in a process of its own: its clock is set from outside, and it can be told where to die.

const stderr = 2;
let nowMs = 0;
let deadly: FailpointName | null = null;
let app: App | null = null;

function failpoint(name: FailpointName): void {
  if (name !== deadly) return;
  writeSync(stderr, lastWords(name));
  process.kill(process.pid, 'SIGKILL');
}

async function open(env: Record<string, string>): Promise<App> {
  const read = readSettings(env);
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  const { settings } = read;
  const accounts = openAccounts(settings);
  const now = () => new Date(nowMs);
  const opened = await openApp({ settings, accounts, now, failpoint, pace: asFastAsMayBe, tellMessenger: false });
  await opened.server.listen({ port: settings.port, host: settings.host });
  return opened;
}

async function obey(order: Order): Promise<number> {
  switch (order.kind) {
    case 'open':
      nowMs = Date.parse(order.at);
      app = await open(order.env);
      return 0;
    case 'clock':
      nowMs = Date.parse(order.at);
      return 0;
    case 'arm':
      deadly = order.failpoint;
      return 0;
    case 'work':
      return (await app?.workers.finish()) ?? 0;
    case 'keep-working':
      app?.workers.start();
      return 0;
    case 'write-log':
      return (await app?.operations.flushTurns()) ?? 0;
    case 'close':
      await app?.close();
      app = null;
      return 0;
  }
}

const say = (answer: Answer) => process.send?.(answer);

process.on('message', ({ id, ...order }: Asked) => {
  obey(order).then(
    (count) => say({ kind: 'done', id, count }),
    (error: unknown) => say({ kind: 'failed', id, why: String(error) }),
  );
});
say({ kind: 'ready' });
