/** Settlements that this process is working on, by hold: nobody starts a second one, and a caller can wait for it. */
export class UnderWay {
  readonly #running = new Map<string, Promise<void>>();

  /** Runs `work` unless work for the same hold runs already. Never rejects: `work` reports its own faults. */
  start(holdId: string, work: () => Promise<void>): Promise<void> {
    const running = this.#running.get(holdId);
    if (running) return running;
    const started = work().finally(() => this.#running.delete(holdId));
    this.#running.set(holdId, started);
    return started;
  }

  /** Resolves when the work for this hold is done, or after `patienceMs`; at once when nothing runs here. */
  async wait(holdId: string, patienceMs: number): Promise<boolean> {
    const running = this.#running.get(holdId);
    if (!running) return false;
    let timer: NodeJS.Timeout | undefined;
    const outOfPatience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([running, outOfPatience]);
    clearTimeout(timer);
    return true;
  }

  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }
}
