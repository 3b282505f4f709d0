import type { MessageFacts, MessageKind } from '../../../core/messages/message-facts.ts';
import type { Pen } from '../letters/letter.ts';

/** What goes by mail: answers to texts and what proves a telephone do not. */
export type MailKind = Exclude<MessageKind, `reply-${string}` | 'link-code'>;

/** What stands over each kind of mail, in one language. */
export type Subjects = {
  [K in MailKind]: (facts: Extract<MessageFacts, { kind: K }>, pen: Pen) => string;
};
