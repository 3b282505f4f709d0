import { z } from 'zod';
import { ticketKinds } from '../../core/coupons/offer.ts';

/** What tills send and get. Amounts are whole units of the currency's smallest coin; instants ISO 8601. */
const amount = z.int().describe("Whole units of the currency's smallest coin");
const currency = z.string().meta({ example: 'KRW' });
const instant = z.string().meta({ format: 'date-time' });
const code = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .describe("What the QR code says, or the certificate's twelve digits; spaces and hyphens do not count");
const pin = z.string().max(16).describe("The holder's PIN, 4 to 6 digits");

const shop = z.object({ name: z.string(), nameEn: z.string() });

export const terminal = z.object({ id: z.string(), name: z.string(), shop, currency });

export const validationAsk = z.strictObject({ code });

export const redemptionAsk = z
  .union([
    z.strictObject({ code, pin: pin.nullish(), amount }).describe('By barcode or certificate number'),
    z
      .strictObject({ phone: z.string().trim().min(1).max(32), pin, amount })
      .describe(
        "By the holder's mobile number, in national digits or with + and the country. The earliest expiry goes first",
      ),
  ])
  .meta({ example: { code: '1234 5678 9012', pin: '4821', amount: 20_000 } });

export const idempotencyHeader = z.looseObject({
  'idempotency-key': z.string().describe('1 to 255 printable characters, new for each new request'),
});

export const rollbackAsk = z.strictObject({}).nullish();
export const redemptionPath = z.strictObject({ id: z.string().min(1).max(64) });

export const registerAsk = z.strictObject({
  after: z.string().min(1).max(64).optional().describe('The id of the last line that is known already'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const holdingsAsk = z.strictObject({
  phone: z
    .string()
    .trim()
    .min(1)
    .max(32)
    .describe("The holder's mobile number, in national digits or with + and the country"),
  pin,
});

const certificate = z.object({
  number: z.string(),
  state: z.string(),
  issued: amount,
  balance: amount,
  currency,
  buyerName: z.string(),
  holderName: z.string().nullable(),
  expiresAt: instant.nullable(),
});

const offer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('percentage'), percent: z.int(), most: amount.nullable() }),
    z.object({ kind: z.literal('amount'), amount }),
    z.object({ kind: z.literal('gift-item'), item: z.string() }),
    z.object({ kind: z.literal('fixed-value'), amount }),
    z.object({
      kind: z.literal('ticket'),
      ticket: z.enum(ticketKinds),
      event: z.string(),
      startsAt: instant.nullable(),
      seat: z.string().nullable(),
    }),
  ])
  .describe('What the coupon gives: money off the bill, or something that the clerk hands over');

const coupon = z.object({
  serial: z.string().nullable().describe('Twelve digits; null for a coupon that anybody may show, any number of times'),
  state: z.string(),
  shop: shop.describe('Who issued it'),
  title: z.string(),
  offer,
  terms: z.string(),
  leastSpend: amount.nullable(),
  currency,
  validFrom: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
  needsBill: z.boolean().describe('Whether a redemption needs the bill as its amount; otherwise 0 will do'),
});

const pinClosedUntil = instant
  .nullable()
  .describe('After too many wrong PINs: until then no PIN of this holder is taken at this shop');

const couponValidation = z.object({
  usable: z.boolean(),
  reason: z
    .enum(['already-used', 'withdrawn', 'expired', 'not-valid-yet', 'no-pin-yet'])
    .nullable()
    .describe('`no-pin-yet`: it wants its holder’s PIN, who has none; they make one in the chat and come again'),
  pinNeeded: z.enum(['always', 'never']),
  pinClosedUntil,
  coupon,
});

const certificateValidation = z.object({
  usable: z.boolean(),
  reason: z.enum(['not-accepted-yet', 'already-redeemed', 'expired', 'cancelled']).nullable(),
  pinNeeded: z.enum(['always', 'above', 'never']).describe('Whether a redemption by barcode needs the PIN'),
  pinAbove: amount.nullable().describe('With `above`: the largest amount that needs none'),
  pinClosedUntil,
  certificate,
});

export const validation = z.union([certificateValidation, couponValidation]);

export const holdings = z.object({ certificates: z.array(certificate), coupons: z.array(coupon) });

const certificateRedemption = z.object({
  id: z.string(),
  number: z.string(),
  amount,
  balance: amount,
  currency,
  at: instant,
});

const couponRedemption = z
  .object({
    id: z.string(),
    number: z.string().nullable().describe("The coupon's serial"),
    amount: amount.describe('What is taken off the bill'),
    balance: amount.describe('Always 0: a coupon is used once'),
    currency,
    at: instant,
    bill: amount,
    toPay: amount.describe('What the customer still pays'),
    lost: amount.describe('Of a coupon that counts like money: what it was worth beyond the bill, and is gone'),
    title: z.string(),
    offer,
  })
  .describe('Of a coupon: take the amount off, or hand over what the offer says');

export const redemption = z.union([couponRedemption, certificateRedemption]);

export const rollback = z.object({
  id: z.string(),
  redemptionId: z.string(),
  amount: amount.describe('What is on the certificate again; of a coupon, what had been taken off the bill'),
  balance: amount,
  currency,
  couponState: z
    .enum(['active', 'withdrawn'])
    .nullable()
    .describe('Of a coupon: whether it can be used again, or its sending was stopped meanwhile; null of a certificate'),
  at: instant,
});

export const registerPage = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      certificateNumber: z.string(),
      amount,
      balance: amount,
      currency,
      buyerName: z.string().nullable(),
      memberNumber: z.string().nullable(),
      recipientName: z.string().nullable(),
      terminalId: z.string().nullable(),
      at: instant,
    }),
  ),
  next: z
    .string()
    .nullable()
    .describe('What to give as `after` for the lines that follow; null when there are none yet'),
});

export const problem = z
  .looseObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
  .describe('RFC 9457. The type is urn:giftline:problem:<kind>; the facts of the kind stand beside it');
