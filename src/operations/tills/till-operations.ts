import type { NotUsable } from '../../core/certificates/certificate.ts';
import type { RedeemRefusal } from '../../core/certificates/redeem.ts';
import type { RollbackRefusal } from '../../core/certificates/roll-back.ts';
import type { Money } from '../../core/money.ts';
import type { WrongPin } from '../members/member-operations.ts';

export interface Terminal {
  id: string;
  shopId: string;
  name: string;
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

export type RedeemAnswer = Redemption | RedeemRefusal | WrongPin | { kind: 'pin-needed' } | { kind: 'unknown-code' };

export type RollbackAnswer =
  | { kind: 'rolled-back'; id: string; redemptionId: string; amount: Money; balance: Money; at: string }
  | RollbackRefusal
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
  /** `code`: what the QR carries, or the twelve digits. Another shop's certificate is unknown. */
  validateCode(ask: { terminal: Terminal; code: string }): Promise<
    | {
        kind: 'certificate';
        certificate: TillView;
        usable: { kind: 'usable' } | NotUsable;
        pinNeeded: 'always' | 'never' | { above: Money };
      }
    | { kind: 'unknown-code' }
  >;
  /** `requestHash`: a hash of the whole request, by which another request with the same key is noticed. */
  redeemCertificate(ask: {
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
