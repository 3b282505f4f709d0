import type { FailpointName } from '../../src/operations/ports.ts';

/** What a test can ask of the program in its own process. Each order is answered once it is done. */
export type Order =
  /** Start on a database, with these settings, at this time. */
  | { kind: 'open'; env: Record<string, string>; at: string }
  /** The time it is from now on. */
  | { kind: 'clock'; at: string }
  /** Where the process kills itself. */
  | { kind: 'arm'; failpoint: FailpointName }
  /** Do what is due now; answers how much that was. */
  | { kind: 'work' }
  /** Do what is due by itself from now on, every second and when something becomes due. */
  | { kind: 'keep-working' }
  /** Write the log of calls, as happens every quarter of a second. */
  | { kind: 'write-log' }
  /** End in good order; another database may be opened then. */
  | { kind: 'close' };

export type Asked = Order & { id: number };
export type Answer =
  | { kind: 'ready' }
  | { kind: 'done'; id: number; count: number }
  | { kind: 'failed'; id: number; why: string };

/** What a victim writes to standard error with its last breath. */
export const lastWords = (failpoint: FailpointName): string => `killed at ${failpoint}\n`;
