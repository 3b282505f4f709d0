import type { Money } from '../core/money.ts';
import type { Heard } from '../core/payments/hold.ts';
import type { Phone } from '../core/phone.ts';
import type { Store } from '../store/open-store.ts';
import type { Limits } from './limits.ts';

/**
 * The card company did not answer, or said that it could not: what became of the request is not known. It is looked up
 * before it is ever repeated.
 */
export class Unanswered extends Error {}

export interface HoldRequest {
  holdId: string;
  customer: string;
  method: string;
  amount: Money;
  /** What the buyer reads on the card's statement. */
  description: string;
}

/** `tries`: how often nothing was heard before. Each look-up that finds it undone makes the next request a new one. */
export interface OpenHold {
  holdId: string;
  gatewayId: string;
  tries: number;
}

/** The card company, through the gateway (GC-04). Each call throws `Unanswered` when the outcome is not known. */
export interface CardCompany {
  hold(ask: HoldRequest): Promise<Heard>;
  /** What became of a hold; `none` when the card company never heard of it. */
  find(hold: { holdId: string; gatewayId: string | null; customer: string }): Promise<Heard>;
  capture(hold: OpenHold): Promise<Heard>;
  release(hold: OpenHold): Promise<Heard>;
  /** Returns the whole captured amount. Asked twice, it pays once. */
  refund(ask: { refundId: string; gatewayId: string; amount: Money; tries: number }): Promise<RefundHeard>;
}

export type RefundHeard = { kind: 'refunded'; gatewayId: string } | { kind: 'refused'; reason: string };

/** Who owns a number, by the carrier's data (GC-06). Null: nobody can say. Never throws, never takes over 3 seconds. */
export type OwnerLookup = (phone: Phone) => Promise<string | null>;

/** What a provider can do towards a number. */
export interface Reach {
  twoWayText: boolean;
  mms: boolean;
}
export type ReachOf = (phone: string) => Reach;

/** Everything that is derived from the secret key. Nothing of it is stored but salts and hashes. */
export interface Keys {
  newSalt(): string;
  /** What a signed-in browser shows: 256 bits of chance. */
  newToken(): string;
  /** HMAC of a PIN with its person's salt. */
  pinHash(pin: string, salt: string): string;
  /** Compares in constant time. */
  pinMatches(pin: string, salt: string, hash: string): boolean;
  /** What the QR of a certificate's card carries: 128 bits as 26 letters and digits. */
  cardToken(certificateId: string, cardVersion: number): string;
  /** What /w/ carries. */
  pageToken(certificateId: string, cardVersion: number): string;
  /** What /g/ carries. */
  giftToken(giftId: string): string;
  /** What /e/ carries: that somebody reads the mail of this address, for whom, and when it was asked. */
  emailToken(proof: EmailProof): string;
  /** Null for what is no such token. How old it may be, the reader decides. */
  openEmailToken(token: string): EmailProof | null;
  /** What /shop/password/ carries. */
  passwordToken(link: PasswordProof): string;
  /** Null for what is no such token. Whether it is still good, the reader decides. */
  openPasswordToken(token: string): PasswordProof | null;
  /** What /u/ carries: the e-mail address that wants no more mail. */
  unsubscribeToken(address: string): string;
  openUnsubscribeToken(token: string): string | null;
  /** Six digits that prove a telephone. */
  linkCode(codeId: string): string;
  /** Proves that a link to the chat was made here. */
  chatLinkSeal(text: string): string;
  /** Proves that a browser signed in to an account before. */
  deviceSeal(text: string): string;
  /** What a terminal signs in with. */
  terminalKey(terminalId: string): string;
  /** How a token or terminal key is found in the database. */
  tokenHash(token: string): string;
}

/** Slow on purpose. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Null: nobody's, which takes as long and never matches. */
  matches(password: string, hashed: string | null): Promise<boolean>;
}

export interface EmailProof {
  customerId: string;
  email: string;
  /** How often the customer's address had changed when it was asked for. */
  changes: number;
  /** To the second. */
  askedAt: Date;
}

/** That somebody reads the mail of this account, which had this password. */
export interface PasswordProof {
  accountId: string;
  /** A keyed digest of the hash of the password that was forgotten. */
  forgotten: string;
  /** To the second. */
  goodUntil: Date;
}

/**
 * A place where a test may stop the process to see what is left behind. Does nothing otherwise. `message`: which one it
 * is about, where it is about one.
 */
export type Failpoint = (name: FailpointName, message?: { channel: string; bulk: boolean }) => void;

export const failpoints = [
  'hold.asked',
  'hold.answered',
  'hold.opened',
  'purchase.confirming',
  'purchase.confirmed',
  'purchase.captured',
  'purchase.completing',
  'purchase.completed',
  'acceptance.saving',
  'acceptance.saved',
  'message.claimed',
  'message.answered',
  'message.recorded',
  'publication.answering',
  'publication.answered',
  'redemption.saving',
  'redemption.saved',
  'rollback.saving',
  'rollback.saved',
  'refusal.saving',
  'refusal.saved',
  'lapse.saving',
  'lapse.saved',
  'refund.answered',
  'refund.recorded',
] as const;
export type FailpointName = (typeof failpoints)[number];

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What every operation is given. */
export interface Deps {
  store: Store;
  now: () => Date;
  newId: () => string;
  /** Decimal digits, evenly chosen. */
  randomDigits: (count: number) => string;
  keys: Keys;
  passwords: Passwords;
  cards: CardCompany;
  ownerOf: OwnerLookup;
  limits: Limits;
  log: Log;
  failpoint: Failpoint;
  /** Called after a commit that left work to do: a message to send, a payment to look after. */
  nudge: () => void;
}
