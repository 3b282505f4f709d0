import type { Deps, ReachOf } from '../operations/ports.ts';
import type { MessageLinks } from './message-links.ts';
import type { MessageSender } from './message-sender.ts';

/** What the outbox is given. */
export interface OutboxDeps extends Pick<Deps, 'store' | 'now' | 'newId' | 'log' | 'failpoint' | 'nudge'> {
  sender: MessageSender;
  reachOf: ReachOf;
  links: MessageLinks;
  /** The number that texts come from, E.164: opt-outs are kept for each such number. */
  messageNumber: string;
  /** The line to call, E.164. */
  lineNumber: string;
  timeZone: string;
}
