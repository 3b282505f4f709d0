import { offerFromText } from '../../core/coupons/offer.ts';
import {
  type HeldVoucher,
  type VoucherNotUsable,
  type VoucherState,
  voucherUsability,
} from '../../core/coupons/voucher.ts';
import type { Store, Tx } from '../../store/open-store.ts';
import type { Code } from './find-certificate.ts';
import type { NoPinYet } from './till-operations.ts';

export const voucherAtTill = {
  campaign: { include: { shop: true } },
  customer: { include: { member: { select: { pinSalt: true, pinHash: true } } } },
} as const;

const findOne = (tx: Tx) => tx.voucher.findFirstOrThrow({ include: voucherAtTill });
export type VoucherAtTill = Awaited<ReturnType<typeof findOne>>;
export type CampaignAtTill = VoucherAtTill['campaign'];

/** A coupon as a till found it; `voucher` null: of an untracked campaign (EC-11). */
export interface FoundCoupon {
  campaign: CampaignAtTill;
  voucher: VoucherAtTill | null;
}

type Reading = Pick<Tx, 'voucher' | 'campaign' | 'campaignShop'> | Store['read'];

/**
 * The coupon of a code, where this shop takes it (EC-12). Who holds the QR of another shop's coupon is told so; a serial
 * that was only typed tells nothing of what it belongs to.
 */
export async function findCoupon(
  from: Reading,
  code: Code,
  shopId: string,
): Promise<
  FoundCoupon | { kind: 'unknown-code' } | { kind: 'not-taken-here'; shop: { name: string; nameEn: string } }
> {
  const coupon = await byCode(from, code);
  if (!coupon) return { kind: 'unknown-code' };
  const { id: campaignId, shop } = coupon.campaign;
  const taken = await from.campaignShop.findUnique({ where: { campaignId_shopId: { campaignId, shopId } } });
  if (taken) return coupon;
  return code.kind === 'token'
    ? { kind: 'not-taken-here', shop: { name: shop.name, nameEn: shop.nameEn } }
    : { kind: 'unknown-code' };
}

async function byCode(from: Reading, code: Code): Promise<FoundCoupon | null> {
  const where = 'number' in code.where ? { serial: code.where.number } : code.where;
  const voucher = await from.voucher.findFirst({ where, include: voucherAtTill });
  if (voucher) return { campaign: voucher.campaign, voucher };
  if ('number' in code.where) return null;
  const campaign = await from.campaign.findFirst({ where: { ...code.where, tracked: false }, include: { shop: true } });
  return campaign && { campaign, voucher: null };
}

/** An untracked coupon lasts as long as its campaign, and is withdrawn with it. */
export function toHeld({ campaign, voucher }: FoundCoupon): HeldVoucher {
  return {
    state: voucher ? (voucher.state as VoucherState) : campaign.state === 'stopped' ? 'withdrawn' : 'active',
    validFrom: campaign.validFrom,
    expiresAt: voucher?.expiresAt ?? campaign.validUntil,
    offer: offerFromText(campaign.offer),
    leastSpend: campaign.leastSpend,
  };
}

/** The PIN of whoever holds it: a member's own, or the one that was chosen for coupons. */
export function pinOf({ customer }: VoucherAtTill): { pinSalt: string | null; pinHash: string | null } {
  return customer.member ?? customer;
}

/** The coupon of a strict campaign, whose holder keys in a PIN; null where nobody does (EC-03). */
export const wantsPin = ({ campaign, voucher }: FoundCoupon): VoucherAtTill | null =>
  campaign.proof === 'strict' ? voucher : null;

/** Whoever never chose a PIN can key in none that is right. */
export const lacksPin = (voucher: VoucherAtTill): boolean => pinOf(voucher).pinHash === null;

/** What is told of a coupon whose holder has no PIN yet; one that is good for nothing anyway sends nobody to make one. */
export function withoutPin(found: FoundCoupon, at: Date): VoucherNotUsable | NoPinYet {
  const usable = voucherUsability(toHeld(found), at);
  return usable.kind === 'usable' ? { kind: 'no-pin-yet' } : usable;
}
