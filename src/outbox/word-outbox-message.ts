import type { MessageFacts } from '../core/messages/message-facts.ts';
import { languageOfLocale } from '../wording/written/language.ts';
import { wordMessage } from '../wording/written/messages.ts';
import type { Link } from './message-links.ts';
import type { OutboxDeps } from './outbox-deps.ts';

export interface WordedMessage {
  body: string;
  /** As it may be kept: without what opens the linked page. */
  keptBody: string;
  mediaUrl?: string;
}

type Worded = Pick<OutboxDeps, 'reachOf' | 'links' | 'lineNumber' | 'timeZone'>;

/** The words and the picture of a message, for what can be done towards its number. Throws for facts of no kind of ours. */
export function wordOutboxMessage(
  row: { recipient: string; locale: string; facts: string },
  by: Worded,
): WordedMessage {
  const facts = JSON.parse(row.facts) as MessageFacts;
  const reached = by.reachOf(row.recipient);
  const reach = facts.kind === 'card' && facts.withoutPicture ? { ...reached, mms: false } : reached;
  const link = linkOf(facts, by);
  const body = wordMessage(facts, {
    language: languageOfLocale(row.locale),
    phone: row.recipient,
    timeZone: by.timeZone,
    line: by.lineNumber,
    link: link?.url ?? '',
    ...reach,
  });
  const keptBody = link ? body.replaceAll(link.secret, '***') : body;
  if (facts.kind !== 'card' || !reach.mms) return { body, keptBody };
  return { body, keptBody, mediaUrl: by.links.picture(facts.certificateId, facts.cardVersion) };
}

function linkOf(facts: MessageFacts, { links }: Worded): Link | null {
  if (facts.kind === 'gift-offered') return links.gift(facts.giftId);
  if (facts.kind === 'card') return links.page(facts.certificateId, facts.cardVersion);
  return null;
}
