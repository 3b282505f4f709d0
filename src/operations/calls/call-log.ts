import type { Deps } from '../ports.ts';
import type { CallTurn } from './call-operations.ts';
import { type Ended, type Logged, saveCalls } from './save-calls.ts';

const flushEveryMs = 250;
const mostInMemory = 10_000;

/**
 * What happened in calls, kept in memory for a moment and written in batches: a turn must not wait for the log. A crash
 * loses at most the last quarter of a second of it, and no money.
 */
export class CallLog {
  readonly #deps: Deps;
  #waiting: Logged[] = [];
  /** The telephones that those turns came from. */
  #callers = new Set<string>();
  #ends: Ended[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  add(turn: CallTurn): void {
    if (this.#waiting.length >= mostInMemory) {
      this.#deps.log.warn({ lost: this.#waiting.length }, 'the call log is full; its oldest turns are lost');
      this.#waiting = [];
    }
    this.#waiting.push({ turn, at: this.#deps.now() });
    this.#callers.add(turn.caller);
    this.#flushIn(flushEveryMs);
  }

  /** The line is down. */
  addEnd(sid: string): void {
    this.#ends.push({ sid, at: this.#deps.now() });
    this.#flushIn(flushEveryMs);
  }

  /** The newest turn of a call that is not written yet. */
  newestOf(sid: string): CallTurn | undefined {
    return this.#waiting.findLast(({ turn }) => turn.sid === sid)?.turn;
  }

  #flushIn(ms: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), ms).unref();
  }

  /** Writes what waits. Never rejects: what could not be written is kept for the next time. */
  flush(): Promise<number> {
    const { log } = this.#deps;
    const turns = this.#waiting.length;
    return this.flushOrFail().catch((error: unknown) => {
      log.error({ error, turns }, 'the call log could not be written');
      return 0;
    });
  }

  /** The same, but rejects. Batches are written one after another. */
  flushOrFail(): Promise<number> {
    const written = this.#writing.then(
      () => this.#write(),
      () => this.#write(),
    );
    this.#writing = written;
    return written;
  }

  /** Writes what waits of calls from this telephone, so that what is read next knows of them. */
  async flushOf(caller: string): Promise<void> {
    await this.#writing.catch(() => undefined);
    if (this.#callers.has(caller)) await this.flush();
  }

  async #write(): Promise<number> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = { turns: this.#waiting, ends: this.#ends };
    const count = batch.turns.length + batch.ends.length;
    if (count === 0) return 0;
    this.#waiting = [];
    this.#callers = new Set();
    this.#ends = [];
    try {
      await this.#deps.store.transaction((tx) => saveCalls(tx, batch, this.#deps.limits.holdMs));
      return count;
    } catch (error) {
      this.#waiting = [...batch.turns, ...this.#waiting];
      for (const { turn } of batch.turns) this.#callers.add(turn.caller);
      this.#ends = [...batch.ends, ...this.#ends];
      this.#flushIn(flushEveryMs * 4);
      throw error;
    }
  }
}
