export interface OwnTerminal {
  id: string;
  name: string;
  addedAt: Date;
  /** When a device showed its key last, to the hour. */
  signedInAt: Date | null;
  /** When a certificate or coupon was last used at it. */
  lastUsedAt: Date | null;
  /** What its device signs in with; shown for a quarter of an hour after it was added. */
  key: string | null;
}

export type NameFault =
  | { kind: 'missing' }
  | { kind: 'too-long'; most: number }
  | { kind: 'card-number' }
  | { kind: 'taken' };

/** A shop's scanners and tills, for its owner. To anybody else there is no such shop. */
export interface TerminalOperations {
  /** By name; null: no shop of theirs. */
  terminalsOf(ask: { by: string; shopId: string }): Promise<OwnTerminal[] | null>;
  /** `once`: a UUID of the form that asks; sent twice, it adds one terminal. */
  addTerminal(ask: {
    by: string;
    shopId: string;
    name: string;
    once: string;
  }): Promise<
    | { kind: 'added'; terminalId: string }
    | { kind: 'fault'; fault: NameFault }
    | { kind: 'too-many'; most: number }
    | { kind: 'unknown-shop' }
  >;
  /** Its key opens nothing from now on. What was used at it stays used, and the shop's other terminals can undo it. */
  disableTerminal(ask: {
    by: string;
    shopId: string;
    terminalId: string;
  }): Promise<{ kind: 'disabled' | 'unknown-terminal' }>;
}
