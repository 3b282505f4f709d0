import { voucherExpiry } from '../../core/coupons/voucher.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
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

const mostDraws = 5;

/**
 * So many serials of twelve digits that no coupon and no certificate has: a clerk types either, and the till must know
 * which it is.
 */
export async function freeSerials(tx: Tx, { randomDigits }: Deps, count: number): Promise<string[]> {
  const free = new Set<string>();
  for (let draw = 0; draw < mostDraws && free.size < count; draw++) {
    const drawn = new Set<string>();
    while (drawn.size < count - free.size) {
      const serial = randomDigits(12);
      if (!serial.startsWith('0')) drawn.add(serial);
    }
    const wanted = [...drawn];
    const vouchers = await tx.voucher.findMany({ where: { serial: { in: wanted } }, select: { serial: true } });
    const certificates = await tx.certificate.findMany({ where: { number: { in: wanted } }, select: { number: true } });
    const taken = new Set([...vouchers.map(({ serial }) => serial), ...certificates.map(({ number }) => number)]);
    for (const serial of wanted) if (!taken.has(serial)) free.add(serial);
  }
  if (free.size < count) throw new Stale();
  return [...free];
}
