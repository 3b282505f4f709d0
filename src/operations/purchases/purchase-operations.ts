import type { ShopNames } from '../../core/messages/message-facts.ts';
import type { Money } from '../../core/money.ts';
import type { Phone } from '../../core/phone.ts';
import type { PartialName } from '../../core/recipients/partial-name.ts';

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
  /**
   * The buyer changed their mind. Does nothing to a hold that is being captured, nor, where `ofMember` is said, to
   * another's.
   */
  releaseHold(holdId: string, ofMember?: string): Promise<void>;
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
    channel: 'phone' | 'chat';
    caller: string;
    recipientPhone: string;
    recipientName: string | null;
    /** The provider's id of a spoken greeting. */
    greeting: string | null;
  }): Promise<ConfirmOutcome>;
  /**
   * What the member bought last by telephone, and paid for; null when nothing yet. `shop` is null when it sells no more.
   */
  lastPurchase(memberId: string): Promise<{
    recipientPhone: string;
    shop: { code: string; name: string; nameEn: string } | null;
  } | null>;
  /** What this member paid for with a hold; null when it is not paid, or another's. */
  boughtBy(
    memberId: string,
    holdId: string,
  ): Promise<{
    shop: ShopNames;
    amount: Money;
    card: { brand: string; last4: string };
    /** `name`: what was shown of it; null when it is not known. */
    recipient: { phone: string; name: string | null };
    /** The buyer is the recipient. */
    forSelf: boolean;
  } | null>;
  /** What a caller hears first after a broken line. */
  purchaseState(holdId: string): Promise<{ kind: 'bought' | 'open' | 'waiting' | 'gone' }>;
}
