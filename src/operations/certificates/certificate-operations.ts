import type { Money } from '../../core/money.ts';
import type { WrongPin } from '../members/member-operations.ts';

/** What a holder's page shows. */
export interface CertificatePage {
  id: string;
  cardVersion: number;
  number: string;
  state: 'active' | 'redeemed' | 'expired' | 'cancelled';
  shop: { name: string; nameEn: string };
  issued: Money;
  balance: Money;
  buyerName: string;
  expiresAt: Date;
  locale: string;
  hasGreeting: boolean;
  uses: { at: Date; amount: Money; rolledBackAt: Date | null }[];
}

/** What the barcode card shows. */
export interface CardFacts {
  token: string;
  number: string;
  shop: { name: string; nameEn: string };
  issued: Money;
  buyerName: string;
  expiresAt: Date;
  locale: string;
}

export interface CertificateOperations {
  showCertificate(
    pageToken: string,
  ): Promise<{ kind: 'certificate'; certificate: CertificatePage } | { kind: 'unknown-certificate' }>;
  /** GC-16 after acceptance: an unused certificate goes back, its money to the buyer. */
  returnCertificate(ask: {
    pageToken: string;
    pin: string;
    attempt: string;
  }): Promise<
    | { kind: 'returned' }
    | WrongPin
    | { kind: 'already-used' }
    | { kind: 'not-refundable'; state: string }
    | { kind: 'unknown-certificate' }
  >;
  /** Null when the card has been voided. */
  cardFacts(certificateId: string, cardVersion: number): Promise<CardFacts | null>;
}
