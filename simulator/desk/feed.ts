import type { LiveChange, LiveItem } from './live-view.ts';

/** How often the world is looked at while somebody watches; deeds at the desk are seen at once. */
const lookEveryMs = 120;
const heartbeatMs = 15_000;
const watcherLimit = 64;

type Watcher = (text: string) => void;

const toEvent = (change: LiveChange): string => `data: ${JSON.stringify(change)}\n\n`;

/**
 * Tells whoever watches what has changed, by comparing the world with what was told before: so nothing in the world
 * has to announce itself. It costs nothing while nobody watches.
 */
export class Feed {
  readonly #look: () => Map<string, LiveItem>;
  readonly #watchers = new Set<Watcher>();
  #told = new Map<string, string>();
  #timers: NodeJS.Timeout[] = [];

  constructor(look: () => Map<string, LiveItem>) {
    this.#look = look;
  }

  get full(): boolean {
    return this.#watchers.size >= watcherLimit;
  }

  /** Sends the whole state at once and every change from then on, as Server-Sent Events; answers how to leave. */
  watch(watcher: Watcher): () => void {
    this.#compare();
    if (this.#watchers.size === 0) this.#start();
    this.#watchers.add(watcher);
    const items: LiveChange['items'] = {};
    for (const [key, json] of this.#told) items[key] = JSON.parse(json) as LiveItem;
    watcher(`retry: 1000\n${toEvent({ whole: true, items, gone: [] })}`);
    return () => {
      if (!this.#watchers.delete(watcher) || this.#watchers.size > 0) return;
      for (const timer of this.#timers.splice(0)) clearInterval(timer);
    };
  }

  #start(): void {
    this.#timers = [
      setInterval(() => this.look(), lookEveryMs).unref(),
      setInterval(() => this.#send(':\n\n'), heartbeatMs).unref(),
    ];
  }

  #send(text: string): void {
    for (const watcher of [...this.#watchers]) watcher(text);
  }

  /** Looks now, if anybody watches. */
  look(): void {
    if (this.#watchers.size > 0) this.#compare();
  }

  #compare(): void {
    const items: LiveChange['items'] = {};
    const seen = new Map<string, string>();
    for (const [key, item] of this.#look()) {
      const json = JSON.stringify(item);
      seen.set(key, json);
      if (this.#told.get(key) !== json) items[key] = item;
    }
    const gone = [...this.#told.keys()].filter((key) => !seen.has(key));
    this.#told = seen;
    if (gone.length > 0 || Object.keys(items).length > 0) this.#send(toEvent({ items, gone }));
  }
}
