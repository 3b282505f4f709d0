export type OfferKind = 'percentage' | 'amount' | 'gift-item' | 'fixed-value' | 'ticket';
export type Offer =
  | { kind: 'percentage'; percent: number; mostMinor: bigint | null } // whole percents 1–100, at most so much off
  | { kind: 'amount'; minor: bigint } // off the bill
  | { kind: 'gift-item'; item: string } // what is given
  | { kind: 'fixed-value'; minor: bigint } // 1,000원권: counts as money at the till
  | {
      kind: 'ticket';
      ticket: 'beer' | 'concert' | 'airline' | 'train';
      event: string;
      startsAt: string | null;
      seat: string | null;
    };
