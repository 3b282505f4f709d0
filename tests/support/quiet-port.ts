import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections. */
const [lowest, highest] = [20_000, 32_000];
const count = highest - lowest;

// Each of vitest's workers has half of them, and goes through its half from anywhere: a second run may be beside this one.
const step = 2;
let next = step * randomInt(count / step) + (Number(process.env.VITEST_POOL_ID ?? 0) % step);

/**
 * A free port that is given to nobody else: between its being found and its being used, and between two lives of a
 * program, no connection and no other test may take it.
 */
export async function quietPort(): Promise<number> {
  for (let attempt = 0; attempt < count / step; attempt++) {
    const port = lowest + (next % count);
    next += step;
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port from ${lowest} to ${highest}`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (free) await new Promise((resolve) => probe.close(resolve));
  return free;
}
