import type { Log } from './operations/ports.ts';

/** Does a bounded amount of what is due, and says how much it did. */
export type Job = () => Promise<number>;

const everyMs = 1_000;
/** Rounds of one `finish`: more would be work that makes itself. */
const mostRounds = 200;

/** Does the work that is due: every second, soon after a nudge, and on demand. Jobs do not wait for each other. */
export class Workers {
  readonly #jobs: Record<string, Job>;
  readonly #log: Log;
  readonly #running = new Map<string, Promise<number>>();
  readonly #again = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(jobs: Record<string, Job>, log: Log) {
    this.#jobs = jobs;
    this.#log = log;
  }

  start(): void {
    this.#timer = setInterval(() => this.#runAll(), everyMs);
  }

  /** Something became due: looked at at once, if the workers are started. */
  nudge(): void {
    if (this.#timer) this.#runAll();
  }

  /** Works until nothing is due; says how much was done. */
  async finish(): Promise<number> {
    let total = 0;
    for (let round = 0; round < mostRounds; round++) {
      const done = await Promise.all(Object.keys(this.#jobs).map((name) => this.#run(name)));
      const count = done.reduce((sum, one) => sum + one, 0);
      if (count === 0) return total;
      total += count;
    }
    throw new Error('the due work does not come to an end');
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await Promise.all(this.#running.values());
  }

  #runAll(): void {
    for (const name of Object.keys(this.#jobs)) void this.#run(name);
  }

  /** One run of a job at a time; a nudge meanwhile means one more run after it. */
  #run(name: string): Promise<number> {
    const running = this.#running.get(name);
    if (running) {
      this.#again.add(name);
      return running;
    }
    const run = this.#attempt(name).finally(() => {
      this.#running.delete(name);
      if (this.#again.delete(name) && this.#timer) void this.#run(name);
    });
    this.#running.set(name, run);
    return run;
  }

  async #attempt(name: string): Promise<number> {
    try {
      return (await this.#jobs[name]?.()) ?? 0;
    } catch (error) {
      this.#log.error({ err: error, job: name }, 'due work failed; it stays due');
      return 0;
    }
  }
}
