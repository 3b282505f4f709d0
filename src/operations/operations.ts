import type { NotUsable } from '../core/certificates/certificate.ts';
import type { RedeemRefusal } from '../core/certificates/redeem.ts';
import type { RollbackRefusal } from '../core/certificates/roll-back.ts';
import type { Answer } from '../core/gifts/answer.ts';
import type { GiftState } from '../core/gifts/gift.ts';
import type { Currency, Money } from '../core/money.ts';
import type { Phone } from '../core/phone.ts';
import type { PartialName } from '../core/recipients/partial-name.ts';

/** All that can be done with Giftline, by channel and by clock. One file each, in the folders beside this one. */
export interface Operations
  extends MemberOperations,
    ShopOperations,
    PurchaseOperations,
    PaymentOperations,
    CallOperations,
    GiftOperations,
    CertificateOperations,
    TillOperations,
    DueWork {}

/** The languages of calls and pages. */
export type Language = 'ko' | 'en';

export type WrongPin = { kind: 'wrong-pin' } | { kind: 'closed'; until: Date };

export interface MemberFacts {
  id: string;
  number: string;
  name: string;
  phone: string;
  locale: string;
  card: { brand: string; last4: string };
}

export interface MemberOperations {
  /**
   * GC-02. `attempt` names this very attempt, so that a redelivered one is not counted twice. Wrong PINs count per
   * caller and member together. An unknown member is answered, in words, queries and time, like a wrong PIN.
   */
  signIn(ask: {
    member: { number: string } | { phone: string } | { id: string };
    caller: string;
    pin: string;
    attempt: string;
  }): Promise<{ kind: 'signed-in'; member: MemberFacts } | WrongPin>;
}

export interface ShopFacts {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  currency: Currency;
  presets: Money[];
  least: Money;
  most: Money;
}

export interface ShopOperations {
  /** GC-03. By its three-digit code. */
  findShop(code: string): Promise<{ kind: 'shop'; shop: ShopFacts } | { kind: 'unknown-shop' }>;
  /** Throws when there is none: the id comes from us. */
  shopById(id: string): Promise<ShopFacts>;
  /** At most 20, by code. */
  listShops(): Promise<ShopFacts[]>;
}

export type HoldOutcome =
  | { kind: 'held'; holdId: string; expiresAt: Date }
  /** Not heard yet: ask again with the same key. */
  | { kind: 'waiting'; holdId: string }
  | { kind: 'declined' }
  | { kind: 'hold-failed' }
  | { kind: 'amount-out-of-range'; least: Money; most: Money }
  | { kind: 'daily-limit'; left: Money };

export type RecipientOutcome =
  | { kind: 'named'; phone: Phone; name: PartialName; shown: string; full: boolean }
  | { kind: 'unnamed'; phone: Phone }
  | { kind: 'not-mobile' };

export type ConfirmOutcome =
  | { kind: 'bought' }
  | { kind: 'waiting' }
  | { kind: 'hold-expired' }
  | { kind: 'payment-failed' };

export interface PurchaseOperations {
  /**
   * GC-04. One hold for each `key` (call, purchase within it, attempt). Waits for the card company as long as a caller
   * would, then says `waiting`.
   */
  holdPayment(ask: {
    key: string;
    memberId: string;
    shopId: string;
    amount: Money;
    caller: string;
  }): Promise<HoldOutcome>;
  /** The buyer changed their mind. Does nothing to a hold that is being captured. */
  releaseHold(holdId: string): Promise<void>;
  /** GC-06, GC-07. `shown` is what may be shown of the name; `full` when it is all of it. */
  nameRecipient(ask: {
    typed: string;
    shopId: string;
    memberId: string;
    caller: string;
    attempt: string;
  }): Promise<RecipientOutcome>;
  /** GC-08. Idempotent by hold; `waiting`: ask again. */
  confirmPurchase(ask: {
    holdId: string;
    channel: 'phone';
    caller: string;
    recipientPhone: string;
    recipientName: string | null;
    /** The provider's id of a spoken greeting. */
    greeting: string | null;
  }): Promise<ConfirmOutcome>;
  /** What a caller hears first after a broken line. */
  purchaseState(holdId: string): Promise<{ kind: 'bought' | 'open' | 'waiting' | 'gone' }>;
}

export interface PaymentOperations {
  /** An event of the card company about one of our payments: at any time, in any order, any number of times. */
  hearOfPayment(news: {
    holdId: string | null;
    gatewayId: string | null;
  }): Promise<{ kind: 'heard' | 'unknown-payment' }>;
}

export interface CallTurn {
  sid: string;
  turn: number;
  step: string;
  outcome: string;
  language: Language;
  memberId: string | null;
  /** The newest state of the call, where it could be resumed; null where not. */
  sealed: string | null;
}

export interface CallOperations {
  /** Idempotent by sid. `language`: what the member with this telephone prefers. `broken`: a purchase to go on with. */
  startCall(call: { sid: string; caller: string; called: string }): Promise<{
    language: Language | null;
    broken: { sid: string; sealed: string; memberId: string } | null;
  }>;
  /** Kept in memory and written in batches; never waits, never throws. */
  logTurn(turn: CallTurn): void;
  /** The broken call that `startCall` offered is taken up (or given up) and is not offered again. */
  takeUpCall(brokenSid: string, bySid: string): Promise<void>;
  /** The line is down: what was logged is written, and an open hold stays open its full time from now on. */
  endCall(sid: string): Promise<void>;
}

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

export interface GiftOperations {
  /** GC-10 by text. Idempotent by sid; the reply goes through the outbox. */
  answerText(text: {
    sid: string;
    from: string;
    to: string;
    answer: Answer | { kind: 'opt-out' } | { kind: 'opt-in' };
  }): Promise<{ kind: string }>;
  showGift(token: string): Promise<{ kind: 'gift'; gift: GiftPage } | { kind: 'unknown-gift' }>;
  acceptGift(ask: {
    token: string;
    pin: string;
  }): Promise<{ kind: 'accepted'; pageToken: string } | { kind: 'pin-format' } | ClosedGift>;
  refuseGift(ask: { token: string }): Promise<{ kind: 'refused' } | ClosedGift>;
  /** The provider's id of the spoken greeting behind a /g/ or /w/ token, or null. */
  greetingOf(token: string): Promise<string | null>;
}

/** What a holder's page shows. */
export interface CertificatePage {
  id: string;
  cardVersion: number;
  number: string;
  state: 'active' | 'redeemed' | 'expired' | 'cancelled';
  shop: { name: string; nameEn: string };
  issued: Money;
  balance: Money;
  buyerName: string;
  expiresAt: Date;
  locale: string;
  hasGreeting: boolean;
  uses: { at: Date; amount: Money; rolledBackAt: Date | null }[];
}

/** What the barcode card shows. */
export interface CardFacts {
  token: string;
  number: string;
  shop: { name: string; nameEn: string };
  issued: Money;
  buyerName: string;
  expiresAt: Date;
  locale: string;
}

export interface CertificateOperations {
  showCertificate(
    pageToken: string,
  ): Promise<{ kind: 'certificate'; certificate: CertificatePage } | { kind: 'unknown-certificate' }>;
  /** GC-16 after acceptance: an unused certificate goes back, its money to the buyer. */
  returnCertificate(ask: {
    pageToken: string;
    pin: string;
    attempt: string;
  }): Promise<
    | { kind: 'returned' }
    | WrongPin
    | { kind: 'already-used' }
    | { kind: 'not-refundable'; state: string }
    | { kind: 'unknown-certificate' }
  >;
  /** Null when the card has been voided. */
  cardFacts(certificateId: string, cardVersion: number): Promise<CardFacts | null>;
}

export interface Terminal {
  id: string;
  shopId: string;
  name: string;
}

/** What a till may see of a certificate of its own shop. */
export interface TillView {
  number: string;
  state: string;
  issued: Money;
  balance: Money;
  buyerName: string;
  holderName: string | null;
  expiresAt: Date | null;
}

/** The first answer to an idempotency key, given again to the same request; refused for another one. */
export type Repeatable<T> = { kind: 'answer'; replayed: boolean; answer: T } | { kind: 'key-used-for-another-request' };

export type Redemption = {
  kind: 'redeemed';
  id: string;
  number: string;
  amount: Money;
  balance: Money;
  at: string;
};
export type RedeemAnswer = Redemption | RedeemRefusal | WrongPin | { kind: 'pin-needed' } | { kind: 'unknown-code' };

export type RollbackAnswer =
  | { kind: 'rolled-back'; id: string; redemptionId: string; amount: Money; balance: Money; at: string }
  | RollbackRefusal
  | { kind: 'unknown-redemption' };

export interface RegisterLine {
  id: string;
  kind: string;
  certificateNumber: string;
  amount: Money;
  balance: Money;
  buyerName: string | null;
  memberNumber: string | null;
  recipientName: string | null;
  terminalId: string | null;
  at: Date;
}

export type CodeOrPhone = { code: string; pin: string | null } | { phone: string; pin: string };

export interface TillOperations {
  terminalByKey(key: string): Promise<Terminal | null>;
  /** `code`: what the QR carries, or the twelve digits. Another shop's certificate is unknown. */
  validateCode(ask: { terminal: Terminal; code: string }): Promise<
    | {
        kind: 'certificate';
        certificate: TillView;
        usable: { kind: 'usable' } | NotUsable;
        pinNeeded: 'always' | 'never' | { above: Money };
      }
    | { kind: 'unknown-code' }
  >;
  /** `requestHash`: a hash of the whole request, by which another request with the same key is noticed. */
  redeemCertificate(ask: {
    terminal: Terminal;
    idempotencyKey: string;
    requestHash: string;
    by: CodeOrPhone;
    amount: bigint;
  }): Promise<Repeatable<RedeemAnswer>>;
  rollBackRedemption(ask: {
    terminal: Terminal;
    idempotencyKey: string;
    requestHash: string;
    redemptionId: string;
  }): Promise<Repeatable<RollbackAnswer>>;
  /** GC-08, GC-14: the shop's own register, oldest first, at most `limit` lines after the line `after`. */
  shopRegister(ask: { terminal: Terminal; after: string | null; limit: number }): Promise<RegisterLine[]>;
}

/** What the clock asks for. Each does a bounded amount of what is due and says how much it did. */
export interface DueWork {
  lapseGifts(): Promise<number>;
  expireCertificates(): Promise<number>;
  chasePayments(): Promise<number>;
  /** Writes the turns that are still in memory. */
  flushTurns(): Promise<number>;
}
