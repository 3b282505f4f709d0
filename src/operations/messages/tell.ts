import type { MessageFacts } from '../../core/messages/message-facts.ts';
import { countryOf } from '../../core/phone.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

/** The ways that a message can go. `text` is an MMS where it has a picture. */
export type Channel = 'text' | 'chat' | 'email' | 'call';

export interface Telling {
  /** What is told, once: a second message with the same key is not written. */
  key: string;
  /** Absent: a text, to the telephone number. */
  channel?: Channel;
  /** E.164, the chat user's id, or an address, as the channel needs. */
  recipient: string;
  /** Absent: the language of whoever has the number. */
  locale?: string;
  facts: MessageFacts;
}

/** Puts a message into the outbox, in the transaction of what it tells. It is worded when it is sent. */
export async function tell(tx: Tx, { now, newId }: Pick<Deps, 'now' | 'newId'>, telling: Telling): Promise<void> {
  const { key, channel = 'text', recipient, facts } = telling;
  const known = await tx.outboxMessage.findUnique({ where: { key }, select: { id: true } });
  if (known) return;
  const at = now();
  const locale = telling.locale ?? (await localeOf(tx, recipient));
  await tx.outboxMessage.create({
    data: {
      id: newId(),
      key,
      kind: facts.kind,
      channel,
      recipient,
      locale,
      facts: JSON.stringify(facts),
      state: 'scheduled',
      dueAt: at,
      createdAt: at,
    },
  });
}

/** A member's own language; otherwise that of the number's country. */
async function localeOf(tx: Tx, phone: string): Promise<string> {
  const member = await tx.member.findUnique({ where: { phone }, select: { locale: true } });
  if (member) return member.locale;
  const country = countryOf(phone);
  if (country === 'KR') return 'ko';
  return country === 'JP' ? 'ja' : 'en';
}
