import type { NotOnOffer } from '../../core/coupons/download.ts';
import type { Look } from '../../core/coupons/look.ts';
import type { Offer } from '../../core/coupons/offer.ts';
import type { PinAsked } from '../../core/coupons/pin-asked.ts';
import type { VoucherState } from '../../core/coupons/voucher.ts';
import type { Want, WantRefusal } from '../../core/coupons/want.ts';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { Money } from '../../core/money.ts';
import type { WordsRefusal } from '../../core/words.ts';
import type { WrongPin } from '../members/member-operations.ts';

/** What others ask for, the same things together, most wanted first. */
export interface WantCount {
  want: Want;
  count: number;
}

/** RC-05, RC-07. Counts and wishes; who asked is not in it. */
export interface DemandView {
  asking: number;
  threshold: number;
  wants: WantCount[];
  /** The customers' own words, newest first, at most 20. */
  words: string[];
}

export interface RequestView {
  shopId: string;
  shop: ShopNames & { code: string };
  want: Want;
  words: string | null;
  state: 'open' | 'answered' | 'withdrawn' | 'lapsed';
  asking: number;
  threshold: number;
  createdAt: Date;
  lapsesAt: Date;
}

/** What a customer sees of a campaign before taking a coupon of it. */
export interface OfferView {
  campaignId: string;
  shop: ShopNames & { id: string; code: string; trade: string };
  /** Where it is taken, when at several shops. */
  shops: ShopNames[];
  title: string;
  offer: Offer;
  currency: string;
  terms: string;
  leastSpend: Money | null;
  validFrom: Date;
  validUntil: Date;
  validDays: number | null;
  /** Null: as many as anyone wants. */
  left: number | null;
  deadline: Date;
  tracked: boolean;
  strict: boolean;
}

/** A coupon in somebody's hands, or (serial null) an untracked one that everybody may show. */
export interface VoucherView extends Omit<OfferView, 'left' | 'deadline' | 'validDays'> {
  voucherId: string | null;
  cardVersion: number;
  serial: string | null;
  state: VoucherState;
  expiresAt: Date;
  locale: string;
  look: Look;
  pinAsked: PinAsked;
  uses: { at: Date; shop: ShopNames; off: Money; rolledBackAt: Date | null }[];
  /** What /w/ carries. */
  pageToken: string;
}

export type FetchOutcome =
  | { kind: 'fetched'; voucher: VoucherView }
  | { kind: 'already-yours'; voucher: VoucherView }
  | { kind: 'pin-needed' }
  | { kind: 'no-pin' }
  | WrongPin
  | NotOnOffer
  | { kind: 'unknown-campaign' };

/** RC-12. What one person asked for, got and used, and what their taste is. */
export interface HistoryView {
  /** Months from the earliest of the last twelve with anything in it, oldest first; `month` as 2026-11. */
  months: { month: string; asked: number; got: number; used: number }[];
  trades: { trade: string; asked: number; got: number; used: number }[];
  asked: number;
  got: number;
  used: number;
  saved: Money[];
  /** What is on offer now and fits: from the trades and shops that were asked and used most. */
  fits: OfferView[];
}

export interface CouponOperations {
  /** RC-04. A second request to the same shop takes the place of the first. Tells the shop when that is news (RC-06). */
  askForCoupon(ask: {
    customerId: string;
    shopId: string;
    want: Want;
    words: string | null;
  }): Promise<
    | { kind: 'asked'; changed: boolean; asking: number; threshold: number; lapsesAt: Date }
    | WantRefusal
    | { kind: 'words'; because: WordsRefusal }
    | { kind: 'unknown-shop' }
    | { kind: 'too-many-open'; most: number }
  >;
  withdrawRequest(ask: {
    customerId: string;
    shopId: string;
  }): Promise<{ kind: 'withdrawn' } | { kind: 'nothing-open' }>;
  /** Open ones first, newest first, at most 50. */
  requestsOf(customerId: string): Promise<RequestView[]>;
  demandOf(shopId: string): Promise<DemandView>;
  /** How many of those who ask this shop now have no PIN yet, which a strict coupon wants at the till (EC-03). */
  askingWithoutPin(shopId: string): Promise<number>;
  /** RC-07: how many asked on each of the last 30 days, in the service's time zone; `day` as 2026-11-21. */
  demandByDay(shopId: string): Promise<{ day: string; count: number }[]>;
  lapseRequests(): Promise<number>;

  /** On offer to everyone now, the newest first. */
  listOffers(ask: { shopId?: string; after?: string; limit: number }): Promise<OfferView[]>;
  showOffer(campaignId: string): Promise<OfferView | null>;
  /** EC-03, EC-04. One coupon for each person and campaign: asked again, the same one is shown. */
  fetchCoupon(ask: {
    customerId: string;
    campaignId: string;
    pin: string | null;
    attempt: string;
  }): Promise<FetchOutcome>;
  /** EC-11. Of an untracked campaign, for anyone. */
  showUntracked(campaignId: string): Promise<VoucherView | null>;
  /** EC-05. Usable ones first, the earliest end first, at most 50. */
  vouchersOf(customerId: string): Promise<VoucherView[]>;
  /** Null when there is none, it is another's, or the card has been voided. */
  voucherOf(customerId: string, voucherId: string): Promise<VoucherView | null>;
  /** Behind a /w/ token: a coupon of somebody, or an untracked one. */
  showVoucher(pageToken: string): Promise<{ kind: 'voucher'; voucher: VoucherView } | { kind: 'unknown-voucher' }>;
  /** What the picture of the card shows, and what its QR carries. Null when it has been voided. */
  voucherCard(of: VoucherCardRef): Promise<{ voucher: VoucherView; token: string } | null>;
  expireVouchers(): Promise<number>;
  /** Three days before its end, once. */
  remindHolders(): Promise<number>;

  historyOf(customerId: string): Promise<HistoryView>;
}

export type VoucherCardRef = { voucherId: string; cardVersion: number } | { campaignId: string };
