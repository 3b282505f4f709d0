import type { Log } from './operations/ports.ts';

/** What a job did; `againAfterMs`: when it can do more of what is due, where that is sooner than it would be asked. */
export interface JobDone {
  done: number;
  againAfterMs: number | null;
}

/** Does a bounded amount of what is due, and says how much it did. */
export type Job = () => Promise<number | JobDone>;

const everyMs = 1_000;
/** Rounds of one `finish`: more would be work that makes itself. */
const mostRounds = 200;

/**
 * Does the work that is due: every second, soon after a nudge, and on demand. Jobs do not wait for each other. Steady jobs
 * are not nudged: they go at their own pace, and nobody waits for them.
 */
export class Workers {
  readonly #jobs: Readonly<Record<string, Job>>;
  readonly #nudged: readonly string[];
  readonly #log: Log;
  readonly #running = new Map<string, Promise<number>>();
  readonly #again = new Set<string>();
  readonly #soon = new Map<string, NodeJS.Timeout>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ jobs, steady, log }: { jobs: Record<string, Job>; steady: Record<string, Job>; log: Log }) {
    this.#jobs = { ...jobs, ...steady };
    this.#nudged = Object.keys(jobs);
    this.#log = log;
  }

  start(): void {
    this.#timer = setInterval(() => this.#runAll(Object.keys(this.#jobs)), everyMs);
  }

  /** Something became due: looked at at once, if the workers are started. */
  nudge(): void {
    if (this.#timer) this.#runAll(this.#nudged);
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
    for (const timer of this.#soon.values()) clearTimeout(timer);
    this.#soon.clear();
    this.#timer = undefined;
    await Promise.all(this.#running.values());
  }

  #runAll(names: readonly string[]): void {
    for (const name of names) void this.#run(name);
  }

  #runSoon(name: string, afterMs: number): void {
    if (!this.#timer || afterMs >= everyMs) return;
    clearTimeout(this.#soon.get(name));
    this.#soon.set(
      name,
      setTimeout(() => void this.#run(name), afterMs),
    );
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
      const answer = (await this.#jobs[name]?.()) ?? 0;
      if (typeof answer === 'number') return answer;
      if (answer.againAfterMs !== null) this.#runSoon(name, answer.againAfterMs);
      return answer.done;
    } catch (error) {
      this.#log.error({ err: error, job: name }, 'due work failed; it stays due');
      return 0;
    }
  }
}
