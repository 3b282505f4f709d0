/** Works at once on so many chats; each waits for the network much more than for us. */
const mostAtOnce = 40;
/** More than this is left to those who take up what was not finished: it is written down. */
const mostWaiting = 20_000;

/** Work for each chat in the order it came, for several chats at once, and never for too many. */
export class ChatLines {
  readonly #lines = new Map<string, (() => Promise<void>)[]>();
  readonly #ready: string[] = [];
  readonly #running = new Set<Promise<void>>();
  #waiting = 0;
  #done = 0;
  #closed = false;

  /** `work` must not reject. False: there is no room, or it is closing time. */
  add(chat: string, work: () => Promise<void>): boolean {
    if (this.#closed || this.#waiting >= mostWaiting) return false;
    this.#waiting += 1;
    const line = this.#lines.get(chat);
    if (line) {
      line.push(work);
      return true;
    }
    this.#lines.set(chat, [work]);
    this.#ready.push(chat);
    this.#begin();
    return true;
  }

  /** How much was done since this was asked last. */
  takeCount(): number {
    const done = this.#done;
    this.#done = 0;
    return done;
  }

  /** Resolves when what is being done now is done. */
  async caughtUp(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Takes nothing more; what waits is done, as far as `mostMs` reach. The rest stays written down. */
  async close(mostMs: number): Promise<void> {
    this.#closed = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, mostMs);
    });
    await Promise.race([this.#empty(), late]);
    clearTimeout(timer);
    this.#ready.length = 0;
  }

  async #empty(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #begin(): void {
    while (this.#running.size < mostAtOnce) {
      const chat = this.#ready.shift();
      if (chat === undefined) return;
      const running = this.#runOne(chat);
      this.#running.add(running);
      void running.finally(() => {
        this.#running.delete(running);
        this.#begin();
      });
    }
  }

  /** One piece of work; a chat with more goes to the end, so that a talkative one keeps nobody waiting. */
  async #runOne(chat: string): Promise<void> {
    const line = this.#lines.get(chat);
    const work = line?.shift();
    if (work) {
      await work();
      this.#waiting -= 1;
      this.#done += 1;
    }
    if (line && line.length > 0) this.#ready.push(chat);
    else this.#lines.delete(chat);
  }
}
