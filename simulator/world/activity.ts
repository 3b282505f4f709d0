/** Counts what is under way, so that a test can wait until the world has settled instead of sleeping. */
export class Activity {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  /** Marks work as begun; the answer marks it as ended and may be called more than once. */
  begin(): () => void {
    this.#underWay += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#underWay -= 1;
      if (this.#underWay > 0) return;
      for (const resolve of this.#waiting.splice(0)) resolve();
    };
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    const end = this.begin();
    try {
      return await work();
    } finally {
      end();
    }
  }

  async idle(): Promise<void> {
    do {
      if (this.#underWay > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      // What has just ended may begin its next step in this very turn of the loop.
      await new Promise<void>((resolve) => setImmediate(resolve));
    } while (this.#underWay > 0);
  }
}
