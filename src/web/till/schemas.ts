import { z } from 'zod';

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

export const validation = z.object({
  usable: z.boolean(),
  reason: z.enum(['not-accepted-yet', 'already-redeemed', 'expired', 'cancelled']).nullable(),
  pinNeeded: z.enum(['always', 'above', 'never']).describe('Whether a redemption by barcode needs the PIN'),
  pinAbove: amount.nullable().describe('With `above`: the largest amount that needs none'),
  certificate,
});

export const redemption = z.object({
  id: z.string(),
  number: z.string(),
  amount,
  balance: amount,
  currency,
  at: instant,
});

export const rollback = z.object({
  id: z.string(),
  redemptionId: z.string(),
  amount,
  balance: amount,
  currency,
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
