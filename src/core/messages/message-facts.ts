import type { GiftState } from '../gifts/gift.ts';
import type { Currency } from '../money.ts';

/**
 * What somebody must be told: plain JSON, without secrets and without words. Operations put these into the outbox;
 * they are worded when they are sent. Instants are ISO 8601 text.
 */
export type MessageFacts =
  // To the recipient
  | GiftOffered
  | CardSent
  // To the buyer
  | ({ kind: 'receipt'; card: ChargedCard } & GiftNews)
  /** `caller`: masked; null when the call came without a number. */
  | { kind: 'bought-from-other-phone'; shop: ShopNames; amount: PlainMoney; caller: string | null }
  /** To the member: so many wrong PINs came from other telephones that these get no further today. */
  | { kind: 'pin-guessed' }
  | ({ kind: 'gift-accepted' } & GiftNews)
  | ({ kind: 'gift-refused' } & GiftNews)
  | ({ kind: 'gift-lapsed' } & GiftNews)
  | ({ kind: 'gift-undeliverable' } & GiftNews)
  | ({ kind: 'certificate-used' } & UseNews)
  | ({ kind: 'use-rolled-back' } & UseNews)
  | ({ kind: 'certificate-returned' } & GiftNews)
  | { kind: 'payment-failed'; shop: ShopNames; amount: PlainMoney }
  | { kind: 'money-returned'; shop: ShopNames; amount: PlainMoney }
  // To whoever texted us
  | { kind: 'reply-which-gift'; open: OpenGift[] }
  | { kind: 'reply-no-such-gift'; open: OpenGift[] }
  | { kind: 'reply-closed-gift'; giftNumber: number; state: GiftState }
  | { kind: 'reply-nothing-open' }
  | { kind: 'reply-help'; open: OpenGift[] }
  | { kind: 'reply-unclear'; digits: boolean; open: OpenGift[] }
  | { kind: 'reply-refused'; shop: ShopNames; amount: PlainMoney }
  // To who asks for coupons and holds them
  | CouponSent
  | CouponEnding
  /** The shop stopped the sending: what is unused is worth nothing, and the request stands again. */
  | ({ kind: 'coupon-withdrawn' } & CouponNews)
  | ({ kind: 'coupon-used' } & CouponNews & { at: string; where: ShopNames; off: PlainMoney })
  | ({ kind: 'coupon-use-rolled-back' } & CouponNews & { at: string; where: ShopNames })
  | { kind: 'request-lapsed'; shop: ShopNames; shopId: string }
  | { kind: 'wish-listed'; wish: string; shop: ShopNames; shopId: string }
  | { kind: 'wish-declined'; wish: string }
  /** The six digits are derived from `codeId` when it is sent. */
  | { kind: 'link-code'; codeId: string }
  /** Somebody's things went over to another chat: told where they were, or to the telephone. */
  | { kind: 'chat-moved'; told: 'old-chat' | 'phone' }
  /** The link is derived from all when it is sent. `changes`: how often the reader's address had changed by then. */
  | { kind: 'email-link'; customerId: string; email: string; changes: number }
  // To who signs in on the shops' pages
  | PasswordLink
  /** Whoever did it is signed in, and nobody else. */
  | { kind: 'password-changed'; at: string }
  // To a shop
  | DemandReached
  /** The maker's own test, which opens nothing at a till. */
  | { kind: 'test-card'; campaignId: string; version: number; shop: ShopNames; title: string }
  | { kind: 'campaign-sent'; campaignId: string; shop: ShopNames; title: string; total: number }
  | { kind: 'shop-approved'; shop: ShopNames }
  | { kind: 'shop-declined'; shop: ShopNames; reason: string }
  | { kind: 'shop-renamed'; shop: ShopNames; before: ShopNames }
  | { kind: 'shop-name-declined'; shop: ShopNames; asked: ShopNames; reason: string }
  // To the operator
  | { kind: 'operator-news'; what: 'shop' | 'shop-name' | 'wish' | 'campaign'; name: string };

export type MessageKind = MessageFacts['kind'];

/** A shop has a Korean name, and one for everybody else. */
export interface ShopNames {
  name: string;
  nameEn: string;
}

/** Money as JSON can carry it. */
export interface PlainMoney {
  minor: string;
  currency: Currency;
}

/** GC-09. The /g/ link is derived from `giftId` when it is sent. */
interface GiftOffered {
  kind: 'gift-offered';
  giftId: string;
  giftNumber: number;
  shop: ShopNames;
  amount: PlainMoney;
  buyerName: string;
  lapsesAt: string;
  hasGreeting: boolean;
}

/** GC-11. The picture's address and the /w/ link are derived from certificate and version when it is sent. */
interface CardSent {
  kind: 'card';
  certificateId: string;
  cardVersion: number;
  shop: ShopNames;
  amount: PlainMoney;
  /** The picture could not be delivered: the same letter with the link alone. */
  withoutPicture?: true;
  /** Twelve digits. */
  number: string;
  expiresAt: string;
}

interface CouponNews {
  shop: ShopNames;
  title: string;
}

/** Of a coupon that can be used. */
interface UsableCoupon extends CouponNews {
  /** As it was when this was written down; absent: the till asks for none. */
  pinAsked?: 'own-pin' | 'no-pin-yet';
}

interface CouponEnding extends UsableCoupon {
  kind: 'coupon-expires-soon';
  voucherId: string;
  cardVersion: number;
  expiresAt: string;
}

/** RC-10, EC-05. Picture and /w/ link are derived when it is sent; `voucherId` null: an untracked one. */
interface CouponSent extends UsableCoupon {
  kind: 'coupon';
  campaignId: string;
  voucherId: string | null;
  cardVersion: number;
  /** As `offerToText` writes it. */
  offer: string;
  currency: Currency;
  serial: string | null;
  expiresAt: string;
  /** The reader had asked this shop for one. */
  asked: boolean;
  withoutPicture?: true;
}

/** RC-06. The demand and not the people; `wants` most wanted first. */
interface DemandReached {
  kind: 'demand-reached';
  shopId: string;
  shop: ShopNames;
  asking: number;
  threshold: number;
  currency: Currency;
  wants: { want: PlainWant; count: number }[];
}

export type PlainWant =
  | { kind: 'percentage'; percent: number }
  | { kind: 'amount'; minor: string }
  | { kind: 'gift-item'; item: string };

/** The link is derived from all when it is sent. */
interface PasswordLink {
  kind: 'password-link';
  accountId: string;
  /** A keyed digest of the password that was forgotten: once there is another, the link is void. */
  forgotten: string;
  goodUntil: string;
}

interface ChargedCard {
  brand: string;
  last4: string;
}

/** `recipient`: what the buyer may see of them, a masked name or a number. */
interface GiftNews {
  shop: ShopNames;
  amount: PlainMoney;
  recipient: string;
}

/** GC-15: where, when, how much, and what is left. */
interface UseNews {
  shop: ShopNames;
  recipient: string;
  at: string;
  amount: PlainMoney;
  balance: PlainMoney;
}

export interface OpenGift {
  giftNumber: number;
  shop: ShopNames;
  amount: PlainMoney;
}
