import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A free port below those that systems give to outgoing connections: between its being found and its being used, and
 * between two lives of a program, no connection of another test may take it.
 */
export async function quietPort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    // The two workers of vitest look for theirs among other numbers: a probe of one is in the way of the other's program.
    const port = 20_000 + 2 * randomInt(6_000) + (Number(process.env.VITEST_POOL_ID ?? 0) % 2);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
  throw new Error('no free port in 100 attempts');
}
