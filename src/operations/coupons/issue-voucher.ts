import { voucherExpiry } from '../../core/coupons/voucher.ts';
import type { Deps } from '../ports.ts';

interface Issuing {
  campaign: { id: string; shopId: string; validFrom: Date; validUntil: Date; validDays: number | null };
  customerId: string;
  via: 'request' | 'store';
  holderKind: 'new' | 'returning';
  serial: string;
}

/** The row of a new coupon: who has it, its serial, and what its QR and page carry, as hashes. */
export function newVoucher(
  { keys, newId, now, limits }: Deps,
  { campaign, customerId, via, holderKind, serial }: Issuing,
) {
  const id = newId();
  const at = now();
  const cardVersion = 1;
  return {
    id,
    campaignId: campaign.id,
    customerId,
    serial,
    state: 'active',
    cardVersion,
    tokenHash: keys.tokenHash(keys.cardToken(id, cardVersion)),
    pageHash: keys.tokenHash(keys.pageToken(id, cardVersion)),
    via,
    holderKind,
    expiresAt: voucherExpiry(campaign, at, limits.timeZone),
    createdAt: at,
  };
}
