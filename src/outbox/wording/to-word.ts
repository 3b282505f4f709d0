import type { MessageFacts } from '../../core/messages/message-facts.ts';
import type { Reader } from '../../wording/written/messages.ts';
import type { OutboxRow } from '../claim-messages.ts';
import type { OutboxDeps } from '../outbox-deps.ts';

export type Wording = Pick<OutboxDeps, 'reachOf' | 'links' | 'keys' | 'pictureOf' | 'lineNumber' | 'timeZone' | 'log'>;
export interface RowToWord extends Pick<OutboxRow, 'id' | 'channel' | 'recipient' | 'locale' | 'facts' | 'createdAt'> {
  /** Another gift waits for the same reader's answer. */
  othersWait: boolean;
}

/** What every channel words a message from. */
export interface ToWord {
  row: RowToWord;
  facts: MessageFacts;
  reader: Omit<Reader, 'twoWayText' | 'mms'>;
  /** Without the secrets of its link and its code. */
  masked(body: string): string;
}
