import { needsBill } from '../../core/coupons/offer.ts';
import { money, toCurrency } from '../../core/money.ts';
import { toCertificate } from '../certificates/certificate-row.ts';
import { namesOf } from '../messages/shop-names.ts';
import { type FoundCoupon, toHeld } from './find-voucher.ts';
import type { TillCoupon, TillView } from './till-operations.ts';

interface CertificateRow {
  id: string;
  shopId: string;
  number: string;
  state: string;
  currency: string;
  issued: bigint;
  balance: bigint;
  buyerName: string;
  holderName: string | null;
  expiresAt: Date | null;
}

export function toTillView(row: CertificateRow): TillView {
  const held = toCertificate(row);
  return {
    number: row.number,
    state: row.state,
    issued: held.issued,
    balance: held.balance,
    buyerName: row.buyerName,
    holderName: row.holderName,
    expiresAt: row.expiresAt,
  };
}

export function toCouponView(found: FoundCoupon): TillCoupon {
  const { campaign, voucher } = found;
  const held = toHeld(found);
  const currency = toCurrency(campaign.currency);
  return {
    serial: voucher?.serial ?? null,
    state: held.state,
    shop: namesOf(campaign.shop),
    title: campaign.title,
    offer: held.offer,
    terms: campaign.terms,
    leastSpend: held.leastSpend === null ? null : money(held.leastSpend, currency),
    currency,
    validFrom: held.validFrom,
    expiresAt: held.expiresAt,
    usedAt: held.state === 'used' ? (voucher?.endedAt ?? null) : null,
    needsBill: needsBill(held.offer) || held.leastSpend !== null,
  };
}
