import { passwordMailsAnHour } from '../core/accounts/password.ts';
import type { PinLimits } from '../core/members/pin.ts';
import type { Currency } from '../core/money.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export interface AttemptLimit {
  most: number;
  withinMs: number;
}

/** The numbers of design.md that operations go by. */
export interface Limits {
  timeZone: string;
  /** What new shops sell in, and fees are in. */
  currency: Currency;
  homeCountry: 'KR' | 'JP' | 'US';
  pin: PinLimits;
  /** Wrong PINs from one telephone in a day, over all members: who tries one PIN on many members gets no further. */
  wrongPinsPerCallerADay: number;
  /** Wrong PINs of one member in a day from all telephones but the member's own, since a caller's number can be made up. */
  wrongPinsOfStrangersADay: number;
  holdMs: number;
  giftLapsesMs: number;
  lookUpsPerMemberADay: number;
  lookUpsPerCallerADay: number;
  /** What one member may buy in a day from telephones that are not the member's own, in minor units. */
  strangePhoneADay: bigint;
  /** How long one turn of a call waits for the card company; a caller waits several before anything is said. */
  patienceMs: number;
  /** How long an unanswered hold is still asked for anew; afterwards nobody is waiting. */
  giveUpMs: number;
  repliesPerPhoneADay: number;
  /** RC-04: a request that no shop answered ends. */
  requestLapsesMs: number;
  openRequestsPerCustomer: number;
  openWishesPerCustomer: number;
  /** RC-10: of one transaction, short enough that a caller who waits for the database does not notice. */
  answeredAtOnce: number;
  /** RC-10: so long a sending may be stopped. */
  stoppableMs: number;
  /** So long before its end the holder of a coupon is reminded. */
  remindMs: number;
  /** A code that an approved shop gave up is nobody else's for so long, and a shop has at most so many of those. */
  codeRestsMs: number;
  restingCodesPerShop: number;
  /** One owner's shops that the operator has not approved: nobody takes all codes. */
  unapprovedShopsPerOwner: number;
  /** Test cards go to numbers that nobody proved: so many for a shop, and to so many different numbers. */
  testCardsPerShop: AttemptLimit;
  testCardNumbersPerShop: AttemptLimit;
  /** Wrong passwords at the shops' pages. */
  passwords: {
    perAddressAndCaller: AttemptLimit;
    perAddress: AttemptLimit;
    perCaller: AttemptLimit;
    perDevice: AttemptLimit;
  };
  registrationsPerCaller: AttemptLimit;
  /** Mails by which an owner sets a new password: how often a caller asks for any, and how many one address gets. */
  passwordLinks: { perCaller: AttemptLimit; perAddress: AttemptLimit };
  /** In production: what stands in the published demo data opens nothing. */
  refuseDemoKeys: boolean;
}

export const defaultLimits: Limits = {
  timeZone: 'Asia/Seoul',
  currency: 'KRW',
  homeCountry: 'KR',
  pin: { mostWrong: 5, closedForMs: 15 * minuteMs },
  wrongPinsPerCallerADay: 20,
  wrongPinsOfStrangersADay: 20,
  holdMs: 10 * minuteMs,
  giftLapsesMs: 30 * dayMs,
  lookUpsPerMemberADay: 10,
  lookUpsPerCallerADay: 20,
  strangePhoneADay: 200_000n,
  patienceMs: 600,
  giveUpMs: 2 * minuteMs,
  repliesPerPhoneADay: 30,
  requestLapsesMs: 60 * dayMs,
  openRequestsPerCustomer: 50,
  openWishesPerCustomer: 5,
  answeredAtOnce: 100,
  stoppableMs: 10 * minuteMs,
  remindMs: 3 * dayMs,
  codeRestsMs: 365 * dayMs,
  restingCodesPerShop: 3,
  unapprovedShopsPerOwner: 3,
  testCardsPerShop: { most: 10, withinMs: dayMs },
  testCardNumbersPerShop: { most: 3, withinMs: 7 * dayMs },
  passwords: {
    perAddressAndCaller: { most: 5, withinMs: 15 * minuteMs },
    perAddress: { most: 50, withinMs: dayMs },
    perCaller: { most: 30, withinMs: 60 * minuteMs },
    perDevice: { most: 5, withinMs: 15 * minuteMs },
  },
  registrationsPerCaller: { most: 20, withinMs: dayMs },
  passwordLinks: {
    perCaller: { most: 10, withinMs: 60 * minuteMs },
    perAddress: { most: passwordMailsAnHour, withinMs: 60 * minuteMs },
  },
  refuseDemoKeys: false,
};
