import type { MessageFacts, MessageKind, PlainWant, ShopNames } from '../../../core/messages/message-facts.ts';
import type { Currency } from '../../../core/money.ts';

/** What a letter is written with: the language's own way to put things, for one reader. */
export interface Pen {
  amount(amount: { minor: string; currency: Currency }): string;
  moment(at: string): string;
  lastDay(at: string): string;
  /** Cut to a bearable length. */
  name(name: string): string;
  /** In the reader's language, cut like any name. */
  shop(shop: ShopNames): string;
  /** A masked name or number. */
  person(shown: string): string;
  brand(brand: string): string;
  /** What a coupon gives, as `offerToText` wrote it. */
  offer(offer: string, currency: Currency): string;
  want(want: PlainWant, currency: Currency): string;
  /** The number to call, as the reader writes it. */
  line: string;
  /** Where the reader looks or answers in a browser; '' where the message needs none. */
  link: string;
  /** Six digits that prove a telephone; '' where the message has none. */
  code: string;
  /** The reader can answer by text. */
  twoWayText: boolean;
  /** More than one gift waits for the reader's answer, so that it must say which it means. */
  othersWait: boolean;
  /** The picture comes with the letter. */
  mms: boolean;
  /** There are buttons below it to answer with. */
  buttons: boolean;
}

/** What a letter begins with where nothing else says whom it is from. */
export const sender = { ko: '[기프트라인]', en: 'Giftline:', ja: '[ギフトライン]' } as const;

/** Letters about a coupon that a till may want a PIN for. */
export type PinAskedAtShop = Pick<Extract<MessageFacts, { kind: 'coupon' }>, 'pinAsked'>;

/** One language's letters: the compiler asks for every kind of message. */
export type Letters = GiftLetters & CouponLetters;

/** What is told about coupons, those who ask for them, and their shops. */
export type CouponLetters = LettersOf<CouponKind>;
export type GiftLetters = LettersOf<Exclude<MessageKind, CouponKind>>;

type LettersOf<Kind extends MessageKind> = {
  [K in Kind]: (facts: Extract<MessageFacts, { kind: K }>, pen: Pen) => string;
};

type CouponKind =
  | 'coupon'
  | 'coupon-expires-soon'
  | 'coupon-withdrawn'
  | 'coupon-used'
  | 'coupon-use-rolled-back'
  | 'request-lapsed'
  | 'wish-listed'
  | 'wish-declined'
  | 'link-code'
  | 'chat-moved'
  | 'email-link'
  | 'password-link'
  | 'password-changed'
  | 'demand-reached'
  | 'test-card'
  | 'campaign-sent'
  | 'shop-approved'
  | 'shop-declined'
  | 'shop-renamed'
  | 'shop-name-declined'
  | 'operator-news';

/** The reader answers where the letter is read, and not in a browser. */
export const answersHere = ({ twoWayText, buttons }: Pen): boolean => twoWayText || buttons;

/** The parts of a letter, each on its own line; what is empty falls away. */
export const lines = (...parts: (string | false)[]): string => parts.filter((part) => part).join('\n');

/** Twelve digits in groups of four. */
export const groups = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');

/** A list of open gifts stays within one text. */
export const MOST_LISTED = 8;
