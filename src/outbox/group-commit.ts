import type { Store, Tx } from '../store/open-store.ts';

type Change = (tx: Tx) => Promise<unknown>;

/** Makes a change, and answers once it is on the disk. */
export type Write = (change: Change) => Promise<void>;

/** Each change by itself. */
export const writeAlone =
  (store: Store): Write =>
  async (change) => {
    await store.transaction(change);
  };

interface Waiting {
  change: Change;
  done(): void;
  failed(error: unknown): void;
}

/**
 * Changes that are asked for while another is being written go together in the next transaction: a disk takes
 * milliseconds for each, however small. When one of them fails, so do those beside it, and nothing of them was written.
 */
export function writeTogether(store: Store): Write {
  let waiting: Waiting[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    if (writing) return;
    writing = true;
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      try {
        await store.transaction(async (tx) => {
          for (const { change } of together) await change(tx);
        });
        for (const { done } of together) done();
      } catch (error) {
        for (const { failed } of together) failed(error);
      }
    }
    writing = false;
  }

  return (change) =>
    new Promise((done, failed) => {
      waiting.push({ change, done, failed });
      // Not at once: what ends in the same moment comes along.
      setImmediate(() => void writeAll());
    });
}
