import type { Currency, Money } from '../money.ts';

/**
 * The accounts. `cash`: what the card company owes us or paid us. `certificate`: what we owe a holder. `shop`: what we
 * owe a shop. `refund`: what we owe a buyer and have asked the card company to return. `expired`: what nobody claimed.
 * `fee`: what the operator earned.
 */
export type Account = 'cash' | 'certificate' | 'shop' | 'refund' | 'expired' | 'fee';

export interface Posting {
  account: Account;
  /** Whose: the certificate's, shop's or hold's id; '' for accounts of ours. */
  subject: string;
  /** Debit positive, credit negative. */
  amount: bigint;
}

export interface Entry {
  /** What happened, once: an entry with the same key is never booked again. */
  key: string;
  kind:
    | 'capture'
    | 'redemption'
    | 'rollback'
    | 'refund-owed'
    | 'refund-paid'
    | 'orphan-capture'
    | 'expiry'
    | 'listing'
    | 'listing-reversal'
    | 'commission'
    | 'commission-reversal';
  currency: Currency;
  postings: Posting[];
}

type Side = Pick<Posting, 'account' | 'subject'>;

const cash: Side = { account: 'cash', subject: '' };
const expired: Side = { account: 'expired', subject: '' };
const fee: Side = { account: 'fee', subject: '' };
const certificate = (id: string): Side => ({ account: 'certificate', subject: id });
const shop = (id: string): Side => ({ account: 'shop', subject: id });
const refund = (holdId: string): Side => ({ account: 'refund', subject: holdId });

function move(kind: Entry['kind'], subject: string, amount: Money, debit: Side, credit: Side): Entry {
  if (amount.minor <= 0n) throw new Error(`an entry moves more than nothing: ${kind} ${subject}`);
  const postings = [
    { ...debit, amount: amount.minor },
    { ...credit, amount: -amount.minor },
  ];
  return { key: `${kind}:${subject}`, kind, currency: amount.currency, postings };
}

export const captureEntry = (holdId: string, certificateId: string, amount: Money): Entry =>
  move('capture', holdId, amount, cash, certificate(certificateId));

export const redemptionEntry = (id: string, certificateId: string, shopId: string, amount: Money): Entry =>
  move('redemption', id, amount, certificate(certificateId), shop(shopId));

export const rollbackEntry = (redemptionId: string, certificateId: string, shopId: string, amount: Money): Entry =>
  move('rollback', redemptionId, amount, shop(shopId), certificate(certificateId));

export const refundOwedEntry = (holdId: string, certificateId: string, amount: Money): Entry =>
  move('refund-owed', holdId, amount, certificate(certificateId), refund(holdId));

export const refundPaidEntry = (holdId: string, amount: Money): Entry =>
  move('refund-paid', holdId, amount, refund(holdId), cash);

/** Money that was captured without a purchase to show for it: it is owed back at once. */
export const orphanCaptureEntry = (holdId: string, amount: Money): Entry =>
  move('orphan-capture', holdId, amount, cash, refund(holdId));

export const expiryEntry = (certificateId: string, amount: Money): Entry =>
  move('expiry', certificateId, amount, certificate(certificateId), expired);

/** RC-13. A shop owes the operator for a published campaign, and for each use of its coupons. */
export const listingEntry = (campaignId: string, shopId: string, amount: Money): Entry =>
  move('listing', campaignId, amount, shop(shopId), fee);

export const listingReversalEntry = (campaignId: string, shopId: string, amount: Money): Entry =>
  move('listing-reversal', campaignId, amount, fee, shop(shopId));

export const commissionEntry = (redemptionId: string, shopId: string, amount: Money): Entry =>
  move('commission', redemptionId, amount, shop(shopId), fee);

export const commissionReversalEntry = (redemptionId: string, shopId: string, amount: Money): Entry =>
  move('commission-reversal', redemptionId, amount, fee, shop(shopId));
