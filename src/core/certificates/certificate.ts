import type { Money } from '../money.ts';

export type CertificateState = 'pending' | 'active' | 'redeemed' | 'expired' | 'cancelled';

export interface Certificate {
  id: string;
  shopId: string;
  state: CertificateState;
  issued: Money;
  balance: Money;
  /** Null until it is accepted. */
  expiresAt: Date | null;
}

export type NotUsable =
  | { kind: 'not-accepted-yet' }
  | { kind: 'already-redeemed' }
  | { kind: 'expired'; on: Date }
  | { kind: 'cancelled' };

/** Whether money may be taken off it now. */
export function usability(held: Certificate, at: Date): { kind: 'usable' } | NotUsable {
  switch (held.state) {
    case 'pending':
      return { kind: 'not-accepted-yet' };
    case 'redeemed':
      return { kind: 'already-redeemed' };
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'expired':
      return { kind: 'expired', on: held.expiresAt ?? at };
    case 'active':
      return held.expiresAt && held.expiresAt <= at ? { kind: 'expired', on: held.expiresAt } : { kind: 'usable' };
  }
}

/** Twelve random digits, never starting with 0, as the trade prints them in groups of four. */
export const numberGroups = (number: string): string[] => number.match(/.{4}/g) ?? [number];
