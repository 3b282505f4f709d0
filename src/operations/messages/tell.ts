import { type Address, addressOf, type Channel, isTextOnly } from '../../core/messages/address.ts';
import type { MessageFacts } from '../../core/messages/message-facts.ts';
import { afterQuietHours } from '../../core/messages/quiet-hours.ts';
import { countryOf } from '../../core/phone.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

export type { Channel } from '../../core/messages/address.ts';

export interface Telling {
  /** What is told, once: a second message with the same key is not written. */
  key: string;
  /** Absent: the way that the owner of the telephone number chose, by text if none. */
  channel?: Channel;
  /** E.164, the chat user's id, or an e-mail address, as the channel needs. */
  recipient: string;
  /** Absent: the reader's own language. */
  locale?: string;
  facts: MessageFacts;
  /** It can wait for the morning in this time zone, where it would wake somebody. */
  unhurriedIn?: string;
  /** One of very many: everything else goes first. */
  bulk?: boolean;
  /** The publication that it belongs to. */
  campaignId?: string | null;
}

/** Puts a message into the outbox, in the transaction of what it tells. It is worded when it is sent. */
export async function tell(tx: Tx, { now, newId }: Pick<Deps, 'now' | 'newId'>, telling: Telling): Promise<void> {
  const { key, facts, unhurriedIn, bulk = false, campaignId = null } = telling;
  const known = await tx.outboxMessage.findUnique({ where: { key }, select: { id: true } });
  if (known) return;
  const at = now();
  const { channel, recipient, locale } = await readerOf(tx, telling);
  await tx.outboxMessage.create({
    data: {
      id: newId(),
      key,
      kind: facts.kind,
      channel,
      recipient,
      bulk,
      campaignId,
      locale,
      facts: JSON.stringify(facts),
      state: 'scheduled',
      dueAt: unhurriedIn ? whenKind(channel, at, unhurriedIn) : at,
      createdAt: at,
    },
  });
}

/** When a message that can wait should come: a chat or a mail wakes nobody. */
export const whenKind = (channel: Channel, at: Date, timeZone: string): Date =>
  channel === 'text' || channel === 'call' ? afterQuietHours(at, timeZone) : at;

type Reader = Address & { locale: string };

async function readerOf(tx: Tx, { channel, recipient, locale, facts }: Telling): Promise<Reader> {
  if (channel === 'chat' || channel === 'email') {
    return { channel, recipient, locale: locale ?? (await localeThere(tx, { channel, recipient })) };
  }
  if (channel && locale) return { channel, recipient, locale };
  const customer = await tx.customer.findUnique({
    where: { phone: recipient },
    select: { id: true, phone: true, newsBy: true, email: true, locale: true },
  });
  if (!customer || channel || isTextOnly(facts.kind)) {
    const own = locale ?? customer?.locale ?? (await localeOf(tx, recipient));
    return { channel: channel ?? 'text', recipient, locale: own };
  }
  const chatUser =
    customer.newsBy === 'chat'
      ? await tx.chatUser.findUnique({ where: { customerId: customer.id }, select: { id: true, blockedAt: true } })
      : null;
  return { ...addressOf({ ...customer, chatUser }), locale: locale ?? customer.locale };
}

/** A member's own language; otherwise that of the number's country. */
async function localeOf(tx: Tx, phone: string): Promise<string> {
  const member = await tx.member.findUnique({ where: { phone }, select: { locale: true } });
  if (member) return member.locale;
  const country = countryOf(phone);
  if (country === 'KR') return 'ko';
  return country === 'JP' ? 'ja' : 'en';
}

/** Of whoever chats or has the e-mail address, as far as they are known here. */
async function localeThere(tx: Tx, { channel, recipient }: Address): Promise<string> {
  const known =
    channel === 'chat'
      ? await tx.chatUser.findUnique({ where: { id: recipient }, select: { locale: true } })
      : ((await tx.customer.findUnique({ where: { email: recipient }, select: { locale: true } })) ??
        (await tx.account.findUnique({ where: { email: recipient }, select: { locale: true } })));
  return known?.locale ?? 'ko';
}
