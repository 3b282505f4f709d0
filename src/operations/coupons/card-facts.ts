import type { CouponCardFacts } from '../../core/coupons/card-facts.ts';
import { toCurrency } from '../../core/money.ts';
import type { VoucherView } from './coupon-operations.ts';

/** What the card of a coupon is drawn from; `token`: what its QR says. */
export function couponCardFacts({ voucher, token }: { voucher: VoucherView; token: string }): CouponCardFacts {
  const { leastSpend, shops } = voucher;
  return {
    shopNames: voucher.shop,
    title: voucher.title,
    offer: voucher.offer,
    currency: toCurrency(voucher.currency),
    terms: voucher.terms,
    leastSpendMinor: leastSpend?.minor ?? null,
    validFrom: voucher.validFrom,
    validUntil: voucher.expiresAt,
    look: voucher.look,
    serial: voucher.serial,
    token,
    ...(shops.length > 1 ? { shops } : {}),
  };
}
