import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type App, openApp } from '../../src/app.ts';
import type { Operations } from '../../src/operations/operations.ts';
import type { World } from '../support/world.ts';
import type { BranchAnswer, BranchAsk } from './branch-program.ts';

type Args<K extends keyof Operations> = Parameters<Operations[K]>;
type Outcome<K extends keyof Operations> = Promise<Awaited<ReturnType<Operations[K]>>>;

/** A running copy of the product, with a clock of its own. */
export interface Branch {
  url: string;
  does<K extends keyof Operations>(name: K, ...args: Args<K>): Outcome<K>;
  /** Does what is due until nothing is. */
  finishes(): Promise<number>;
  /** Sets its clock. */
  isAt(now: Date): Promise<void>;
  close(): Promise<void>;
}

const doing =
  ({ operations }: App): Branch['does'] =>
  async (name, ...args) =>
    (operations[name] as (...args: unknown[]) => unknown)(...args) as never;

/** The world's own app; it goes by the world's clock, and is closed with the world. */
export const ownBranch = (world: World): Branch => ({
  url: world.url,
  does: doing(world.app),
  finishes: () => world.app.workers.finish(),
  isAt: async () => {},
  close: async () => {},
});

/** A second app in this process, on the world's database; it has no address. */
export async function openSecondApp(world: World): Promise<Branch> {
  let nowMs = world.now().getTime();
  const { settings, accounts } = world;
  const app = await openApp({
    settings,
    accounts,
    now: () => new Date(nowMs),
    limits: { patienceMs: 4_000 },
    logStream: { write: (line) => world.log.push(line) },
  });
  return {
    url: '',
    does: doing(app),
    finishes: () => app.workers.finish(),
    isAt: async (now) => {
      nowMs = now.getTime();
    },
    close: () => app.close(),
  };
}

/** A real process of its own. */
export async function startBranch(program: string, { settings, accounts, now }: World): Promise<Branch> {
  const child = fork(program, [], { serialization: 'advanced', execArgv: ['--enable-source-maps'] });
  const waiting = new Map<number, { ok: (answer: unknown) => void; not: (error: Error) => void }>();
  let asked = 0;
  child.on('message', (message: BranchAnswer) => {
    const who = waiting.get(message.id);
    waiting.delete(message.id);
    if ('error' in message) who?.not(new Error(message.error));
    else who?.ok(message.answer);
  });
  child.on('exit', (code) => {
    for (const { not } of waiting.values()) not(new Error(`a branch ended with ${code}`));
  });
  type Sent = BranchAsk extends infer A ? (A extends BranchAsk ? Omit<A, 'id'> : never) : never;
  const ask = (what: Sent): Promise<unknown> => {
    asked += 1;
    const id = asked;
    return new Promise((ok, not) => {
      waiting.set(id, { ok, not });
      child.send({ id, ...what });
    });
  };
  const url = (await ask({ kind: 'open', settings, accounts, nowMs: now().getTime() })) as string;
  return {
    url,
    does: async (name, ...args) => (await ask({ kind: 'operation', name, args })) as never,
    finishes: async () => (await ask({ kind: 'finish' })) as number,
    isAt: async (at) => void (await ask({ kind: 'time', nowMs: at.getTime() })),
    close: async () => {
      const ended = once(child, 'exit');
      await ask({ kind: 'close' });
      child.disconnect();
      await ended;
    },
  };
}
