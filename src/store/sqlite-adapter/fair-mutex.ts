import { StoreBusy } from '../faults.ts';

export type Release = () => void;

/** More callers than this waiting for one connection means that something hangs; the next is refused, not queued. */
const mostWaiting = 1_000;

interface Waiting {
  admit(release: Release): void;
}

/** One holder at a time, first come, first served. */
export class FairMutex {
  readonly #waiting = new Set<Waiting>();
  #held = false;

  /** Refuses with StoreBusy when too many wait already, or when its turn has not come by `giveUpAt` (performance.now). */
  async acquire(giveUpAt = Number.POSITIVE_INFINITY): Promise<Release> {
    if (!this.#held) {
      this.#held = true;
      return this.#releaseOnce();
    }
    if (this.#waiting.size >= mostWaiting) throw new StoreBusy(`${mostWaiting} callers already wait for the database`);
    return this.#wait(giveUpAt);
  }

  #wait(giveUpAt: number): Promise<Release> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const waiting: Waiting = {
        admit(release) {
          clearTimeout(timer);
          resolve(release);
        },
      };
      this.#waiting.add(waiting);
      if (giveUpAt === Number.POSITIVE_INFINITY) return;
      const giveUp = () => {
        this.#waiting.delete(waiting);
        reject(new StoreBusy('The database was held by others for too long; nothing was written'));
      };
      timer = setTimeout(giveUp, Math.max(0, giveUpAt - performance.now()));
    });
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
      const [next] = this.#waiting;
      if (!next) {
        this.#held = false;
        return;
      }
      this.#waiting.delete(next);
      next.admit(this.#releaseOnce());
    };
  }
}
