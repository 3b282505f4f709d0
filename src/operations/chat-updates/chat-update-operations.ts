/** What the messenger told us, sealed by whoever can read it: it may hold a PIN. */
export interface KeptUpdate {
  id: string;
  /** Whose order counts: updates of one chat are worked on one after another. */
  chat: string;
  sealed: string;
}

export interface ChatUpdateOperations {
  /** Resolves when it is written. `known`: it was told before, and nothing is to be done. */
  keepUpdate(update: KeptUpdate): Promise<'new' | 'known'>;
  /** The work is done, or given up: what it said is forgotten, and that it came is known for some days more. */
  finishUpdate(id: string): Promise<void>;
  /** What was kept a minute ago and is not finished, because a process died or failed. Each is given out three times. */
  unfinishedUpdates(): Promise<KeptUpdate[]>;
  /** Forgets that updates came, once the messenger repeats them no more. */
  pruneUpdates(): Promise<number>;
}
