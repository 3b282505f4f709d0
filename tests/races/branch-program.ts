import type { AddressInfo } from 'node:net';
import type { Accounts } from '../../src/accounts.ts';
import { type App, openApp } from '../../src/app.ts';
import type { Settings } from '../../src/config.ts';
import type { Operations } from '../../src/operations/operations.ts';

/** What a test asks of a branch: another process of the same product, on the same database. */
export type BranchAsk =
  | { id: number; kind: 'open'; settings: Settings; accounts: Accounts; nowMs: number }
  | { id: number; kind: 'operation'; name: keyof Operations; args: unknown[] }
  | { id: number; kind: 'time'; nowMs: number }
  | { id: number; kind: 'finish' }
  | { id: number; kind: 'close' };

export type BranchAnswer = { id: number; answer: unknown } | { id: number; error: string };

let app: App | undefined;
let nowMs = 0;

process.on('message', (ask: BranchAsk) => {
  obey(ask).then(
    (answer) => process.send?.({ id: ask.id, answer } satisfies BranchAnswer),
    (error: unknown) => process.send?.({ id: ask.id, error: String(error) } satisfies BranchAnswer),
  );
});

async function obey(ask: BranchAsk): Promise<unknown> {
  switch (ask.kind) {
    case 'open':
      nowMs = ask.nowMs;
      return open(ask.settings, ask.accounts);
    case 'operation':
      return (opened().operations[ask.name] as (...args: unknown[]) => unknown)(...ask.args);
    case 'time':
      nowMs = ask.nowMs;
      return undefined;
    case 'finish':
      return opened().workers.finish();
    case 'close':
      return opened().close();
  }
}

/** Its port is its own; the address it is called by from outside stays that of the settings. */
async function open(settings: Settings, accounts: Accounts): Promise<string> {
  app = await openApp({
    settings: { ...settings, logLevel: 'error' },
    accounts,
    now: () => new Date(nowMs),
    // A machine that is busy with other tests is no slow card company.
    limits: { patienceMs: 4_000 },
    logStream: process.stderr,
  });
  await app.server.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}`;
}

function opened(): App {
  if (!app) throw new Error('this branch is not open yet');
  return app;
}
