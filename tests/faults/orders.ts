import type { Channel } from '../../src/core/messages/address.ts';
import type { FailpointName } from '../../src/operations/ports.ts';

/** What is not the same in all stories. */
export interface Conditions {
  /** Somebody chats: the messenger is told where the bot is. */
  chats: boolean;
  /** Bulk messages go as fast as providers take them, instead of as fast as may be. */
  providersPace: boolean;
  /** Requests of customers that one transaction answers. */
  answeredAtOnce: number;
}

/** Where in its work a process is stopped. */
export interface Stop {
  failpoint: FailpointName;
  /** Only where a bulk message of this channel is sent. */
  bulkBy?: Channel;
  /** The how manieth time it comes there; absent: the first. */
  nth?: number;
}

/** What a test can ask of the program in its own process. Each order is answered once it is done. */
export type Order =
  /** Start on a database, with these settings, at this time. */
  | { kind: 'open'; env: Record<string, string>; at: string; conditions: Conditions }
  /** The time it is from now on. */
  | { kind: 'clock'; at: string }
  /** Where the process kills itself, or asks itself to end. */
  | { kind: 'arm'; stop: Stop; by: 'SIGKILL' | 'SIGTERM' }
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
