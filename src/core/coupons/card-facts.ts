import type { Currency } from '../money.ts';
import type { Look } from './look.ts';
import type { Offer } from './offer.ts';

/** A shop has a Korean name, and one for everybody else. */
interface Names {
  name: string;
  nameEn: string;
}

/** What a coupon's card is drawn from. */
export interface CouponFacts {
  shopNames: Names;
  /** The shop's own words. */
  title: string;
  offer: Offer;
  currency: Currency;
  /** In the shop's own words; '' for none. */
  terms: string;
  leastSpendMinor: bigint | null;
  /** Instants; `validUntil` is itself too late. Null: from now, or without end. */
  validFrom: Date | string | null;
  validUntil: Date | string | null;
  look: Look;
  /** Where it is taken, when that is a chain. */
  shops?: Names[];
}

/** A coupon to hand out. EC-11: an untracked one has no serial, and a token only if its uses are reported by it. */
export interface CouponCardFacts extends CouponFacts {
  /** Twelve digits. */
  serial: string | null;
  token: string | null;
}
