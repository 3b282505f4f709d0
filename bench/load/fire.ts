import autocannon from 'autocannon';

export interface Fired {
  /** A second. */
  rate: number;
  p99Ms: number;
}

/** Sends requests over `connections` at once, for so long or so many. Throws when one was not answered, or not well. */
export async function fire(
  url: string,
  requests: autocannon.Request[],
  { connections = 50, ...until }: { connections?: number; seconds: number } | { connections?: number; amount: number },
): Promise<Fired> {
  const span = 'seconds' in until ? { duration: until.seconds } : { amount: until.amount };
  const begun = performance.now();
  const result = await autocannon({ url, connections, timeout: 30, requests, ...span });
  const tookMs = performance.now() - begun;
  if (result.non2xx > 0 || result.errors > 0 || result.resets > 0) {
    throw new Error(`${result.non2xx} bad answers, ${result.errors} errors, ${result.resets} resets`);
  }
  const rate = 'seconds' in until ? result.requests.average : (until.amount * 1000) / tookMs;
  return { rate, p99Ms: result.latency.p99 };
}
