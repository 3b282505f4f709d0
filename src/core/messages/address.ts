import type { MessageKind } from './message-facts.ts';

/** The ways that a message can go. `text` is an MMS where it has a picture. */
export const channels = ['text', 'chat', 'email', 'call'] as const;
export type Channel = (typeof channels)[number];

export interface Address {
  channel: Channel;
  /** E.164, the chat user's id, or an e-mail address, as the channel needs. */
  recipient: string;
}

/** The sender that an e-mail address says no to. A text's is the number that it comes from. */
export const mailSender = 'email';

interface Reachable {
  phone: string;
  newsBy: string;
  email: string | null;
  chatUser: { id: string; blockedAt: Date | null } | null;
}

/** GC-09, GC-15, RC-10. As the person chose; by text where that way is closed. */
export function addressOf({ phone, newsBy, email, chatUser }: Reachable): Address {
  if (newsBy === 'chat' && chatUser && !chatUser.blockedAt) return { channel: 'chat', recipient: chatUser.id };
  if (newsBy === 'email' && email) return { channel: 'email', recipient: email };
  return { channel: 'text', recipient: phone };
}

/** About the reader's own password: it is for this mailbox alone, and comes to who wants no other mail, too. */
export const ofPasswords = ['password-link', 'password-changed'] as const satisfies MessageKind[];
export const isOfPassword = (kind: string): boolean => ofPasswords.some((one) => one === kind);

/** Who texts is answered by text; and a code proves a telephone only when it comes to that telephone. */
export const isTextOnly = (kind: MessageKind): boolean => kind === 'link-code' || kind.startsWith('reply-');
