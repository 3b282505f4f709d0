/** One text, perhaps with a picture. */
export interface Sending {
  /** Ours, for the status callback. */
  messageId: string;
  /** E.164 */
  to: string;
  body: string;
  mediaUrl?: string;
}

export type SendOutcome =
  | { kind: 'sent'; providerId: string }
  /** It will never be taken. */
  | { kind: 'refused'; reason: string; optedOut?: boolean }
  /** It was certainly not taken now (a rate limit, no connection); `afterMs`: when it may be asked again. */
  | { kind: 'later'; afterMs: number };

/** Who carries our texts. Each call ends within 15 seconds, and throws `Unanswered` when its outcome is not known. */
export interface MessageSender {
  send(message: Sending): Promise<SendOutcome>;
  /**
   * The provider's id of a message that was sent with this text to this number, or null. `since`: the first try, by our
   * clock; `exclude`: ids that belong to other messages with the same words.
   */
  find(message: { to: string; body: string; since: Date; exclude?: readonly string[] }): Promise<string | null>;
  /** What became of a message that was sent; null when the provider does not know it. */
  statusOf(providerId: string): Promise<{ status: string; errorCode: string | null } | null>;
}
