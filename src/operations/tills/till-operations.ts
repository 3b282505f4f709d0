import type { NotUsable } from '../../core/certificates/certificate.ts';
import type { RedeemRefusal } from '../../core/certificates/redeem.ts';
import type { RollbackRefusal } from '../../core/certificates/roll-back.ts';
import type { Offer } from '../../core/coupons/offer.ts';
import type { VoucherNotUsable, VoucherRollbackRefusal, VoucherState } from '../../core/coupons/voucher.ts';
import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { Currency, Money } from '../../core/money.ts';
import type { WrongPin } from '../members/member-operations.ts';

export interface Terminal {
  id: string;
  shopId: string;
  name: string;
}

/** What somebody at a terminal sees of where it stands. `currency`: what the shop sells in. */
export interface TerminalView {
  id: string;
  name: string;
  shop: ShopNames;
  currency: Currency;
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

/** What a till may see of a coupon that this shop takes; `serial` null: untracked, whoever shows it (EC-11). */
export interface TillCoupon {
  serial: string | null;
  state: VoucherState;
  shop: ShopNames;
  title: string;
  offer: Offer;
  terms: string;
  leastSpend: Money | null;
  currency: Currency;
  validFrom: Date;
  expiresAt: Date;
  /** When it was used; null where it was not. */
  usedAt: Date | null;
  /** Whether the till must say the bill to learn what is taken off. */
  needsBill: boolean;
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

/** What the clerk has to do: take `off` off the bill, or hand over what the offer says. */
export type CouponUse = {
  kind: 'coupon-used';
  id: string;
  serial: string | null;
  title: string;
  offer: Offer;
  bill: Money;
  off: Money;
  toPay: Money;
  at: string;
};

/** Of a certificate: `shop` is where it is good. */
export type OtherShop = { kind: 'other-shop'; shop: ShopNames };

/** The shop takes no such coupons; `shop` is where it comes from. */
export type NotTakenHere = { kind: 'not-taken-here'; shop: ShopNames };

/** The coupon wants its holder's PIN, and its holder never chose one: to be made in the chat first (EC-03). */
export type NoPinYet = { kind: 'no-pin-yet' };

export type RedeemAnswer =
  | Redemption
  | CouponUse
  | RedeemRefusal
  | VoucherNotUsable
  | { kind: 'below-least-spend'; least: Money }
  | { kind: 'bill-too-large'; most: Money }
  | NotTakenHere
  | OtherShop
  | WrongPin
  | { kind: 'pin-needed' }
  | NoPinYet
  | { kind: 'unknown-code' };

export type RollbackAnswer =
  | { kind: 'rolled-back'; id: string; redemptionId: string; amount: Money; balance: Money; at: string }
  | {
      kind: 'coupon-rolled-back';
      id: string;
      redemptionId: string;
      off: Money;
      /** Whether it can be used again: not when its sending was stopped meanwhile. */
      state: 'active' | 'withdrawn';
      at: string;
    }
  | RollbackRefusal
  | VoucherRollbackRefusal
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
  showTerminal(terminal: Terminal): Promise<TerminalView>;
  /**
   * EC-07. `code`: what the QR carries, or the twelve digits. By its number another shop's is unknown. `pinClosedUntil`:
   * after too many wrong PINs of its holder; null otherwise.
   */
  validateCode(ask: { terminal: Terminal; code: string }): Promise<
    | {
        kind: 'certificate';
        certificate: TillView;
        usable: { kind: 'usable' } | NotUsable;
        pinNeeded: 'always' | 'never' | { above: Money };
        pinClosedUntil: Date | null;
      }
    | {
        kind: 'coupon';
        coupon: TillCoupon;
        usable: { kind: 'usable' } | VoucherNotUsable | NoPinYet;
        pinNeeded: 'always' | 'never';
        pinClosedUntil: Date | null;
      }
    | NotTakenHere
    | OtherShop
    | { kind: 'unknown-code' }
  >;
  /** What somebody can use here, by telephone number and PIN. Each wrong PIN counts. */
  holdingsOf(ask: {
    terminal: Terminal;
    phone: string;
    pin: string;
  }): Promise<{ kind: 'holdings'; certificates: TillView[]; coupons: TillCoupon[] } | WrongPin>;
  /** `amount`: what is taken off a certificate; with a coupon, the bill before it. `requestHash`: a hash of the whole request, by which another request with the same key is noticed. */
  redeemCode(ask: {
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
