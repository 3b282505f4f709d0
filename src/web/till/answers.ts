import type { z } from 'zod';
import { lostOn, type Offer } from '../../core/coupons/offer.ts';
import type {
  CouponUse,
  Redemption,
  RegisterLine,
  RollbackAnswer,
  TillCoupon,
  TillOperations,
  TillView,
} from '../../operations/tills/till-operations.ts';
import { wholeNumber } from '../plain-facts.ts';
import type { holdings, redemption, registerPage, rollback, validation } from './schemas.ts';

type Validated = Extract<Awaited<ReturnType<TillOperations['validateCode']>>, { kind: 'certificate' | 'coupon' }>;
type RolledBack = Extract<RollbackAnswer, { kind: 'rolled-back' | 'coupon-rolled-back' }>;
type Holdings = Extract<Awaited<ReturnType<TillOperations['holdingsOf']>>, { kind: 'holdings' }>;

export function toValidation(validated: Validated): z.output<typeof validation> {
  if (validated.kind === 'coupon') {
    const { usable, pinNeeded, pinClosedUntil, coupon } = validated;
    const reason = usable.kind === 'usable' ? null : usable.kind;
    const closed = pinClosedUntil?.toISOString() ?? null;
    return { usable: reason === null, reason, pinNeeded, pinClosedUntil: closed, coupon: toCoupon(coupon) };
  }
  const { usable, pinNeeded, certificate } = validated;
  const above = typeof pinNeeded === 'object' ? pinNeeded.above : null;
  return {
    usable: usable.kind === 'usable',
    reason: usable.kind === 'usable' ? null : usable.kind,
    pinNeeded: typeof pinNeeded === 'object' ? 'above' : pinNeeded,
    pinAbove: above && wholeNumber(above.minor),
    pinClosedUntil: validated.pinClosedUntil?.toISOString() ?? null,
    certificate: toCertificate(certificate),
  };
}

const toCertificate = ({ issued, balance, expiresAt, ...rest }: TillView) => ({
  number: rest.number,
  state: rest.state,
  issued: wholeNumber(issued.minor),
  balance: wholeNumber(balance.minor),
  currency: balance.currency,
  buyerName: rest.buyerName,
  holderName: rest.holderName,
  expiresAt: expiresAt?.toISOString() ?? null,
});

function toCoupon({ offer, leastSpend, validFrom, expiresAt, usedAt, shop, ...rest }: TillCoupon) {
  return {
    ...rest,
    shop: { name: shop.name, nameEn: shop.nameEn },
    offer: toOffer(offer),
    leastSpend: leastSpend && wholeNumber(leastSpend.minor),
    validFrom: validFrom.toISOString(),
    expiresAt: expiresAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  };
}

function toOffer(offer: Offer) {
  switch (offer.kind) {
    case 'percentage': {
      const { kind, percent, mostMinor } = offer;
      return { kind, percent, most: mostMinor === null ? null : wholeNumber(mostMinor) };
    }
    case 'amount':
    case 'fixed-value':
      return { kind: offer.kind, amount: wholeNumber(offer.minor) };
    case 'gift-item':
    case 'ticket':
      return offer;
  }
}

export const toHoldings = ({ certificates, coupons }: Holdings): z.output<typeof holdings> => ({
  certificates: certificates.map(toCertificate),
  coupons: coupons.map(toCoupon),
});

export const toRedemption = (answer: Redemption | CouponUse): z.output<typeof redemption> =>
  answer.kind === 'coupon-used' ? toCouponRedemption(answer) : toCertificateRedemption(answer);

const toCouponRedemption = ({ id, serial, title, offer, bill, off, toPay, at }: CouponUse) => ({
  id,
  number: serial,
  amount: wholeNumber(off.minor),
  balance: 0,
  currency: off.currency,
  at,
  bill: wholeNumber(bill.minor),
  toPay: wholeNumber(toPay.minor),
  lost: wholeNumber(lostOn(offer, bill.minor)),
  title,
  offer: toOffer(offer),
});

const toCertificateRedemption = ({ id, number, amount, balance, at }: Redemption) => ({
  id,
  number,
  amount: wholeNumber(amount.minor),
  balance: wholeNumber(balance.minor),
  currency: balance.currency,
  at,
});

export function toRollback(answer: RolledBack): z.output<typeof rollback> {
  const amount = answer.kind === 'rolled-back' ? answer.amount : answer.off;
  const balance = answer.kind === 'rolled-back' ? answer.balance.minor : 0n;
  return {
    id: answer.id,
    redemptionId: answer.redemptionId,
    amount: wholeNumber(amount.minor),
    balance: wholeNumber(balance),
    currency: amount.currency,
    // An answer that was kept before coupons could come back withdrawn says nothing of it.
    couponState: answer.kind === 'coupon-rolled-back' ? (answer.state ?? 'active') : null,
    at: answer.at,
  };
}

export function toRegisterPage(found: RegisterLine[]): z.output<typeof registerPage> {
  const lines = found.map(({ amount, balance, at, ...rest }) => ({
    id: rest.id,
    kind: rest.kind,
    certificateNumber: rest.certificateNumber,
    amount: wholeNumber(amount.minor),
    balance: wholeNumber(balance.minor),
    currency: balance.currency,
    buyerName: rest.buyerName,
    memberNumber: rest.memberNumber,
    recipientName: rest.recipientName,
    terminalId: rest.terminalId,
    at: at.toISOString(),
  }));
  return { lines, next: lines.at(-1)?.id ?? null };
}
