/** A list that keeps the newest `limit` items and forgets older ones. */
export class Newest<T> {
  readonly #items: T[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(item: T): T {
    this.#items.push(item);
    if (this.#items.length > this.#limit) this.#items.shift();
    return item;
  }

  /** Oldest first. */
  all(): readonly T[] {
    return this.#items;
  }

  newestFirst(): T[] {
    return [...this.#items].reverse();
  }
}
