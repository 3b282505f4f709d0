import type { Channel } from '../core/messages/address.ts';

export interface Picture {
  bytes: Buffer;
  type: 'image/jpeg' | 'image/png';
}

interface ToSend {
  /** Ours. */
  messageId: string;
  /** E.164, the chat user's id, or an e-mail address. */
  to: string;
}

export interface TextToSend extends ToSend {
  body: string;
  /** Where the carrier fetches a picture. */
  mediaUrl?: string;
}

export interface ChatToSend extends ToSend {
  /** Shown as it stands, whatever signs it has. */
  body: string;
  picture: Picture | null;
  /** One under the other. */
  buttons: readonly { label: string; data: string }[];
}

export interface MailToSend extends ToSend {
  /** Whom the reader takes it to be from. */
  fromName: string;
  subject: string;
  text: string;
  html: string;
  /** Shown within the HTML, which names it `cid:` and `cid`. */
  picture: (Picture & { cid: string }) | null;
  /** Where one click ends it (RFC 8058); null for a mail that was only just asked for. */
  unsubscribeUrl: string | null;
}

export interface CallToSend extends ToSend {
  /** What is heard, each part in the voice of its language. */
  say: readonly { text: string; voice: string; language: string }[];
}

/** What each channel is given to send. */
export interface Sendings {
  text: TextToSend;
  chat: ChatToSend;
  email: MailToSend;
  call: CallToSend;
}

export type SendOutcome =
  | { kind: 'sent'; providerId: string }
  /** It will never be taken. `gone`: nobody is there any more to take anything. */
  | { kind: 'refused'; reason: string; optedOut?: boolean; gone?: boolean }
  /** It was certainly not taken now (a rate limit, no connection); `afterMs`: when it may be asked again. */
  | { kind: 'later'; afterMs: number; reason?: string };

/** Who carries our messages. Each call ends within 15 seconds, and throws `Unanswered` when its outcome is not known. */
export interface MessageSender<Sending> {
  send(message: Sending): Promise<SendOutcome>;
  /**
   * The provider's id of what was sent with these words to this number, or null. `since`: the first try, by our
   * clock; `exclude`: ids that belong to other messages with the same words. Absent where nobody can say.
   */
  find?(message: { to: string; body: string; since: Date; exclude?: readonly string[] }): Promise<string | null>;
  /** What became of a message that was sent; null when the provider does not know it. Absent: sent is its end. */
  statusOf?(providerId: string): Promise<{ status: string; errorCode: string | null } | null>;
}

export type Senders = { readonly [C in Channel]: MessageSender<Sendings[C]> };
