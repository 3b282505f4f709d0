/** EC-02. What a coupon gives. Amounts are in minor units of the campaign's currency. */
export type Offer =
  /** Whole percents, 1 to 100, off the bill; `mostMinor`: at most so much. */
  | { kind: 'percentage'; percent: number; mostMinor: bigint | null }
  /** Off the bill. */
  | { kind: 'amount'; minor: bigint }
  /** Something is handed over, whatever is bought. */
  | { kind: 'gift-item'; item: string }
  /** 1,000원권: counts like money once, and no change is given. */
  | { kind: 'fixed-value'; minor: bigint }
  /** `startsAt`: ISO 8601, where the ticket is for a time. */
  | { kind: 'ticket'; ticket: TicketKind; event: string; startsAt: string | null; seat: string | null };

export const ticketKinds = ['beer', 'concert', 'airline', 'train'] as const;
export type TicketKind = (typeof ticketKinds)[number];

export type OfferKind = Offer['kind'];

/** What the coupon takes off a bill: never more than the bill, and rounded down to the smallest coin. */
export function moneyOff(offer: Offer, bill: bigint): bigint {
  switch (offer.kind) {
    case 'percentage':
      return least(least((bill * BigInt(offer.percent)) / 100n, offer.mostMinor ?? bill), bill);
    case 'amount':
    case 'fixed-value':
      return least(offer.minor, bill);
    case 'gift-item':
    case 'ticket':
      return 0n;
  }
}

/** What a coupon that counts like money is worth beyond the bill: no change is given, and it is gone. */
export const lostOn = (offer: Offer, bill: bigint): bigint =>
  offer.kind === 'fixed-value' ? offer.minor - moneyOff(offer, bill) : 0n;

/** Whether the till must know the bill to know what the coupon takes off it. */
export const needsBill = ({ kind }: Offer): boolean => kind !== 'gift-item' && kind !== 'ticket';

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/** As a database or a message keeps it: JSON has no bigint. */
export const offerToText = (offer: Offer): string =>
  JSON.stringify(offer, (_, value) => (typeof value === 'bigint' ? String(value) : value));

/** What `offerToText` wrote. */
export function offerFromText(text: string): Offer {
  const kept = JSON.parse(text);
  const big = (value: string | null) => (value === null ? null : BigInt(value));
  if (kept.kind === 'percentage') return { ...kept, mostMinor: big(kept.mostMinor) };
  if (kept.kind === 'amount' || kept.kind === 'fixed-value') return { ...kept, minor: BigInt(kept.minor) };
  return kept;
}
