import { z } from 'zod';

const id = z.string().max(40);
/** A button to be pressed, or a link to be opened, once something else is done: what was wanted before signing up. */
const next = z.string().max(80).nullable();
const minor = z.string().regex(/^\d{1,12}$/);
/** `card`: as it is named to its owner, of the number the last four digits. */
const purchase = { holdId: id, shopId: id, minor, card: z.string().max(60) };

/**
 * What the bot asked last, by the name of the step, so that a typed word can be its answer, after a restart too. Never a
 * PIN. What was kept by another version and is not known any more counts as nothing.
 */
const talk = z.discriminatedUnion('step', [
  /** `last`: what was looked for, if it is to be wished for. */
  z.object({ step: z.literal('search'), last: z.string().optional() }),
  z.object({ step: z.literal('sign-up'), next }),
  z.object({ step: z.literal('wish-name') }),
  z.object({ step: z.literal('wish-place'), name: z.string() }),
  /** `again`: after a wrong number or PIN. */
  z.object({ step: z.literal('link-number'), next, again: z.literal(true).optional() }),
  z.object({ step: z.literal('link-pin'), number: z.string(), next }),
  z.object({ step: z.literal('link-code'), next }),
  /** An owner's link, which is to be answered by yes or no. */
  z.object({ step: z.literal('link-owner'), token: z.string().max(64) }),
  z.object({ step: z.literal('email') }),
  z.object({ step: z.literal('old-pin') }),
  z.object({ step: z.literal('new-pin'), next }),
  z.object({ step: z.literal('want'), shopId: id, as: z.enum(['anything', 'item']) }),
  /** Words of the customer's own, to be said yes to. */
  z.object({ step: z.literal('want-sure'), shopId: id, item: z.string().max(700) }),
  z.object({ step: z.literal('words'), shopId: id }),
  /** It was asked for; another figure right after it changes it. */
  z.object({ step: z.literal('asked'), shopId: id }),
  z.object({ step: z.literal('fetch-pin'), campaignId: id }),
  z.object({ step: z.literal('gift-pin'), giftId: id }),
  z.object({ step: z.literal('buy-shop') }),
  z.object({ step: z.literal('buy-amount'), shopId: id }),
  z.object({ step: z.literal('buy-pin'), shopId: id, minor }),
  z.object({ step: z.literal('buy-hold'), key: z.string().max(100), ...purchase }),
  z.object({ step: z.literal('buy-recipient'), ...purchase }),
  z.object({
    step: z.literal('buy-confirm'),
    ...purchase,
    recipientPhone: z.string().max(20),
    recipientName: z.string().max(100).nullable(),
  }),
]);

export type Talk = z.infer<typeof talk>;
export type Step = Talk['step'];
export type TalkAt<S extends Step> = Extract<Talk, { step: S }>;

export function parseTalk(kept: string | null): Talk | null {
  if (kept === null) return null;
  const parsed = talk.safeParse(JSON.parse(kept));
  return parsed.success ? parsed.data : null;
}
