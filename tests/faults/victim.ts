import { writeSync } from 'node:fs';
import { openAccounts } from '../../src/accounts.ts';
import { type App, openApp } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import type { Failpoint } from '../../src/operations/ports.ts';
import { providersPace } from '../../src/outbox/pace.ts';
import { stopApp } from '../../src/stop-app.ts';
import { asFastAsMayBe } from '../support/pace.ts';
import { type Answer, type Asked, type Conditions, lastWords, type Order } from './orders.ts';

// The whole program in a process of its own: its clock is set from outside, and it can be told where to die.

const stderr = 2;
let nowMs = 0;
let deadly: Extract<Order, { kind: 'arm' }> | null = null;
let times = 0;
let app: App | null = null;

const failpoint: Failpoint = (name, message) => {
  if (deadly === null || name !== deadly.stop.failpoint) return;
  const { bulkBy, nth = 1 } = deadly.stop;
  if (bulkBy !== undefined && !(message?.bulk && message.channel === bulkBy)) return;
  times += 1;
  if (times !== nth) return;
  writeSync(stderr, lastWords(name));
  process.kill(process.pid, deadly.by);
};

async function open(
  env: Record<string, string>,
  { chats: tellMessenger, providersPace: slow, answeredAtOnce }: Conditions,
): Promise<App> {
  const read = readSettings(env);
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  const { settings } = read;
  const accounts = openAccounts(settings);
  const now = () => new Date(nowMs);
  const pace = slow ? providersPace : asFastAsMayBe;
  const limits = { answeredAtOnce };
  const opened = await openApp({ settings, accounts, now, failpoint, pace, limits, tellMessenger });
  await opened.server.listen({ port: settings.port, host: settings.host });
  return opened;
}

async function obey(order: Order): Promise<number> {
  switch (order.kind) {
    case 'open':
      nowMs = Date.parse(order.at);
      app = await open(order.env, order.conditions);
      return 0;
    case 'clock':
      nowMs = Date.parse(order.at);
      return 0;
    case 'arm':
      deadly = order;
      times = 0;
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

/** As the program does, which then has nothing left that would keep it. */
process.once('SIGTERM', async () => {
  if (app) await stopApp(app);
  process.disconnect();
});

const say = (answer: Answer) => process.send?.(answer);

process.on('message', ({ id, ...order }: Asked) => {
  obey(order).then(
    (count) => say({ kind: 'done', id, count }),
    (error: unknown) => say({ kind: 'failed', id, why: String(error) }),
  );
});
say({ kind: 'ready' });
