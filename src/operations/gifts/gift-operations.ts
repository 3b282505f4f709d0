import type { Answer } from '../../core/gifts/answer.ts';
import type { GiftState } from '../../core/gifts/gift.ts';
import type { Money } from '../../core/money.ts';

export interface GiftPage {
  state: GiftState;
  shop: { name: string; nameEn: string };
  amount: Money;
  buyerName: string;
  lapsesAt: Date;
  locale: string;
  hasGreeting: boolean;
}

export type ClosedGift = { kind: 'closed-gift'; state: GiftState } | { kind: 'unknown-gift' };

/** A gift that waits for the answer of whoever has the number. */
export interface WaitingGift extends Omit<GiftPage, 'locale' | 'state'> {
  id: string;
  number: number;
  /** What /g/ carries. */
  token: string;
}

export interface GiftOperations {
  /** GC-10 by text. Idempotent by sid; the reply goes through the outbox. */
  answerText(text: {
    sid: string;
    from: string;
    to: string;
    answer: Answer | { kind: 'opt-out' } | { kind: 'opt-in' };
  }): Promise<{ kind: string }>;
  /** What waits for an answer of this proved number, oldest first, at most 20. */
  giftsFor(phone: string): Promise<WaitingGift[]>;
  /** What /g/ of this number's gift carries; null when there is none, or it is another's. */
  giftTokenFor(phone: string, giftId: string): Promise<string | null>;
  /**
   * Whether nothing was done in this chat since the gift's offer came there, until this update of the messenger. False
   * where that cannot be known: the offer went another way, or days ago.
   */
  isFirstSinceOffer(ask: { giftId: string; chat: string; updateId: string }): Promise<boolean>;
  showGift(token: string): Promise<{ kind: 'gift'; gift: GiftPage } | { kind: 'unknown-gift' }>;
  acceptGift(ask: {
    token: string;
    pin: string;
  }): Promise<{ kind: 'accepted'; pageToken: string } | { kind: 'pin-format' } | ClosedGift>;
  refuseGift(ask: { token: string }): Promise<{ kind: 'refused' } | ClosedGift>;
  /** The provider's id of the spoken greeting behind a /g/ or /w/ token, or null. */
  greetingOf(token: string): Promise<string | null>;
}
