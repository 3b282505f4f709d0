import type { AnyNotice, NoticeName } from '../wording/spoken/notices.ts';

/** Each action of the purchase call, with the kinds of outcome that it can have. */
export const outcomes = {
  startAnew: ['ready'],
  chooseLanguage: ['chosen'],
  claimMember: ['claimed', 'no-caller-number'],
  signIn: ['signed-in', 'wrong-pin', 'closed'],
  findShop: ['found', 'list', 'unknown-shop', 'wrong-length'],
  listShops: ['listed'],
  letGo: ['released'],
  pickAmount: ['picked', 'other', 'no-such-preset'],
  typeAmount: ['picked', 'no-amount'],
  hold: ['held', 'waiting', 'declined', 'hold-failed', 'amount-out-of-range', 'daily-limit', 'daily-limit-reached'],
  nameRecipient: ['recognised', 'not-mobile', 'wrong-length'],
  chooseGreeting: ['record', 'none'],
  keepGreeting: ['kept'],
  decide: ['buy', 'cancelled'],
  capture: ['bought', 'waiting', 'hold-expired', 'payment-failed'],
  another: ['started'],
  takeUp: [
    'wrong-pin',
    'closed',
    'was-bought',
    'was-capturing',
    'was-gone',
    'at-hold',
    'at-recipient',
    'at-recipient-confirm',
    'at-greeting',
    'at-confirm',
  ],
} as const;

type Kind = (typeof outcomes)[keyof typeof outcomes][number];

/** Outcomes that the wording has words for carry the facts of those words; the others carry nothing. */
export type CallOutcome = AnyNotice | { [K in Exclude<Kind, NoticeName>]: { kind: K } }[Exclude<Kind, NoticeName>];
