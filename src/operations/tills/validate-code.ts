import { usability } from '../../core/certificates/certificate.ts';
import { voucherUsability } from '../../core/coupons/voucher.ts';
import { money } from '../../core/money.ts';
import { parsePinPolicy } from '../../core/shops/pin-policy.ts';
import { toCertificate } from '../certificates/certificate-row.ts';
import { holderPinClosedUntil } from '../certificates/holder-pin.ts';
import type { Deps } from '../ports.ts';
import { type Code, otherShopOf, parseCode } from './find-certificate.ts';
import { findCoupon, lacksPin, toHeld, wantsPin, withoutPin } from './find-voucher.ts';
import type { TillOperations } from './till-operations.ts';
import { toCouponView, toTillView } from './till-views.ts';

export const validateCode =
  (deps: Deps): TillOperations['validateCode'] =>
  async ({ terminal, code }) => {
    const parsed = parseCode(deps, code);
    const row = await deps.store.read.certificate.findFirst({
      where: { ...parsed.where, shopId: terminal.shopId },
      include: { shop: true },
    });
    if (!row) return validateCoupon(deps, parsed, terminal.shopId);
    const held = toCertificate(row);
    const policy = parsePinPolicy(row.shop.pinPolicy, row.shop.pinAbove);
    const byPolicy = policy.kind === 'above' ? { above: money(policy.amount, held.issued.currency) } : policy.kind;
    const pinNeeded = parsed.kind === 'number' ? 'always' : byPolicy;
    const holder = { shopId: terminal.shopId, holderPhone: row.holderPhone };
    return {
      kind: 'certificate',
      usable: usability(held, deps.now()),
      pinNeeded,
      pinClosedUntil: pinNeeded === 'never' ? null : await holderPinClosedUntil(deps.store.read, deps, holder),
      certificate: toTillView(row),
    };
  };

async function validateCoupon(deps: Deps, code: Code, shopId: string): ReturnType<TillOperations['validateCode']> {
  const { store, now } = deps;
  const found = await findCoupon(store.read, code, shopId);
  if ('kind' in found) {
    return found.kind === 'unknown-code' ? ((await otherShopOf(store.read, code, now())) ?? found) : found;
  }
  const proving = wantsPin(found);
  const holder = proving && { shopId, holderPhone: proving.customer.phone };
  return {
    kind: 'coupon',
    usable: proving && lacksPin(proving) ? withoutPin(found, now()) : voucherUsability(toHeld(found), now()),
    pinNeeded: proving ? 'always' : 'never',
    pinClosedUntil: holder && (await holderPinClosedUntil(store.read, deps, holder)),
    coupon: toCouponView(found),
  };
}
