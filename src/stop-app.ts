import { setImmediate as aTurn, setTimeout as pause } from 'node:timers/promises';
import type { App } from './app.ts';

/** How long calls and requests may take to end after a SIGTERM. */
const drainMs = 15_000;
/** How long connections may take to end by themselves before they are closed. */
const leavingMs = 2_000;
const lookEveryMs = 20;

/**
 * A busy program has requests that were sent and that it has not read yet; to Node their connections are idle, and
 * closing would lose them. So no new connection is taken first, and those there are end one by one with their answers.
 */
export async function stopApp(app: App): Promise<void> {
  const giveUp = setTimeout(() => process.exit(1), drainMs);
  await nobodyQueues(app);
  app.leaves();
  const closeAt = performance.now() + leavingMs;
  while (performance.now() < closeAt && (await connectionsTo(app)) > 0) await pause(lookEveryMs);
  await app.close();
  clearTimeout(giveUp);
}

/** Node takes one connection a turn from the kernel's queue. When a turn took none, closing sends nobody away. */
async function nobodyQueues({ server }: App): Promise<void> {
  let came = 0;
  server.server.on('connection', () => {
    came += 1;
  });
  const giveUpAt = performance.now() + leavingMs;
  for (let before = -1; before !== came && performance.now() < giveUpAt; ) {
    before = came;
    await aTurn();
  }
}

const connectionsTo = ({ server }: App): Promise<number> =>
  new Promise((resolve, reject) => {
    server.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
