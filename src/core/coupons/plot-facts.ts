import type { Currency } from '../money.ts';
import type { Trade } from '../shops/trades.ts';

interface Names {
  name: string;
  nameEn: string;
}

/** Calendar days as the shop counts them, ISO (2026-11-21); both ends are shown, days without a count are zero. */
export interface Span {
  from: string;
  until: string;
}

/** What a request asks for, in bands, so that many requests make few bars. */
export type Want =
  /** Both ends belong to it. */
  | { kind: 'percentage'; fromPercent: number; toPercent: number }
  /** Null: and more. */
  | { kind: 'amount'; fromMinor: bigint; toMinor: bigint | null }
  | { kind: 'gift-item'; item: string };

/** RC-06, RC-07: how many ask a shop, and for what. */
export interface DemandFacts {
  shopNames: Names;
  currency: Currency;
  /** How many ask now, and from how many on the shop is told. */
  asked: number;
  threshold: number;
  wants: { want: Want; people: number }[];
  span: Span;
  days: { day: string; people: number }[];
}

export type CustomerKind =
  /** Had asked for the coupon. */
  | 'asked'
  /** Never had a coupon of this shop before. */
  | 'newcomer'
  /** Had used one before. */
  | 'returning'
  /** EC-11: nobody knows. */
  | 'unknown';

/** EC-10: how a campaign goes. */
export interface CampaignFacts {
  shopNames: Names;
  title: string;
  span: Span;
  days: { day: string; fetched: number; used: number }[];
  /** ISO weekdays, 1 is Monday; hours 0 to 23. */
  hours: { weekday: number; hour: number; used: number }[];
  /** Of a chain; one or none: no such plot. */
  shops: { names: Names; used: number }[];
  customers: { kind: CustomerKind; used: number }[];
}

/** RC-12: a customer's own months, and what fits. */
export interface OwnHistoryFacts {
  /** ISO (2026-11), in order, without gaps. */
  months: { month: string; asked: number; got: number; used: number }[];
  trades: { trade: Trade; used: number }[];
}
