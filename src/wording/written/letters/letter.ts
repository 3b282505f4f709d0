import type { MessageFacts, MessageKind, ShopNames } from '../../../core/messages/message-facts.ts';
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
  /** The number to call, as the reader writes it. */
  line: string;
  /** Where the reader looks or answers in a browser; '' where the message needs none. */
  link: string;
  /** What can be done towards the reader's number. */
  twoWayText: boolean;
  mms: boolean;
}

/** One language's letters: the compiler asks for every kind of message. */
export type Letters = {
  [K in MessageKind]: (facts: Extract<MessageFacts, { kind: K }>, pen: Pen) => string;
};

/** The parts of a letter, each on its own line; what is empty falls away. */
export const lines = (...parts: (string | false)[]): string => parts.filter((part) => part).join('\n');

/** A list of open gifts stays within one text. */
export const MOST_LISTED = 8;
