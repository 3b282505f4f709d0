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

/** A certificate as its holder has it in the chat, in the chat's own language. */
export interface CertificateInHand extends Omit<CertificatePage, 'locale'> {
  /** What /w/ carries. */
  pageToken: string;
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
  /** What this proved number holds, usable ones first, at most 50; their uses are left out. */
  certificatesOf(phone: string): Promise<CertificateInHand[]>;
  /** Null when there is none, or it is another's. */
  certificateOf(phone: string, certificateId: string): Promise<CertificateInHand | null>;
  /** Null when the card has been voided. */
  cardFacts(certificateId: string, cardVersion: number): Promise<CardFacts | null>;
}
