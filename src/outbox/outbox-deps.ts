import type { MessageFacts } from '../core/messages/message-facts.ts';
import type { Deps, Keys, ReachOf } from '../operations/ports.ts';
import type { MessageLinks } from './message-links.ts';
import type { Picture, Senders } from './message-sender.ts';
import type { Pace } from './pace.ts';

/** The picture that belongs to a message, for the channels that carry pictures themselves; null: it has none. */
export type PictureOf = (facts: MessageFacts, locale: string) => Promise<Picture | null>;

/** What the outbox is given. */
export interface OutboxDeps extends Pick<Deps, 'store' | 'now' | 'newId' | 'log' | 'failpoint' | 'nudge'> {
  senders: Senders;
  reachOf: ReachOf;
  links: MessageLinks;
  keys: Pick<Keys, 'linkCode'>;
  pictureOf: PictureOf;
  /** How fast bulk messages may go. */
  pace: Pace;
  /** The number that texts come from, E.164: opt-outs are kept for each such number. */
  messageNumber: string;
  /** The line to call, E.164. */
  lineNumber: string;
  timeZone: string;
}
