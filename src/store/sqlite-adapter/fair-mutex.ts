import { StoreBusy } from '../faults.ts';

export type Release = () => void;

/** More callers than this waiting for one connection means that something hangs; the next is refused, not queued. */
const mostWaiting = 1_000;

/** One holder at a time, first come, first served. */
export class FairMutex {
  readonly #waiting: Array<(release: Release) => void> = [];
  #held = false;

  /** Refuses with StoreBusy when too many wait already. */
  async acquire(): Promise<Release> {
    if (!this.#held) {
      this.#held = true;
      return this.#releaseOnce();
    }
    if (this.#waiting.length >= mostWaiting)
      throw new StoreBusy(`${mostWaiting} callers already wait for the database`);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async run<T>(work: () => T | Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }

  #releaseOnce(): Release {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const next = this.#waiting.shift();
      if (next) next(this.#releaseOnce());
      else this.#held = false;
    };
  }
}
