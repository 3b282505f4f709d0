import { type Answer, ask } from '../ask.ts';

/** What the shop's service says of a certificate; amounts in minor units. */
export interface Certificate {
  code: string;
  usable: boolean;
  reason: string | null;
  needsPin: (amount: number) => boolean;
  number: string;
  issued: number;
  balance: number;
  currency: string;
  buyer: string;
  holder: string | null;
  expiresAt: string | null;
}

export interface Taken {
  id: string;
  amount: number;
  balance: number;
  currency: string;
}

/** A refusal by its kind (`wrong-pin`, …), as the service names it. */
export type Asked<T> = { kind: 'ok'; answer: T } | { kind: 'refused'; why: string };

const problemPrefix = 'urn:giftline:problem:';

function whyRefused({ body: { type } }: Answer): string {
  return typeof type === 'string' && type.startsWith(problemPrefix) ? type.slice(problemPrefix.length) : 'other';
}

interface ValidationBody {
  usable: boolean;
  reason: string | null;
  pinNeeded: 'always' | 'above' | 'never';
  pinAbove: number | null;
  /** Not there: what was shown is a coupon, which this till does not take. */
  certificate?: {
    number: string;
    issued: number;
    balance: number;
    currency: string;
    buyerName: string;
    holderName: string | null;
    expiresAt: string | null;
  };
}

export async function validate(shop: string, code: string): Promise<Asked<Certificate>> {
  const answer = await ask('POST', `/desk/till/${shop}/validations`, { code });
  if (!answer.ok) return { kind: 'refused', why: whyRefused(answer) };
  const { usable, reason, pinNeeded, pinAbove, certificate } = answer.body as unknown as ValidationBody;
  if (!certificate) return { kind: 'refused', why: 'coupon' };
  const { buyerName: buyer, holderName: holder, ...facts } = certificate;
  const needsPin = (amount: number) => pinNeeded === 'always' || (pinNeeded === 'above' && amount > (pinAbove ?? 0));
  return { kind: 'ok', answer: { code, usable, reason, needsPin, buyer, holder, ...facts } };
}

export async function redeem(
  shop: string,
  wish: { code: string; pin?: string; amount: number; key: string },
): Promise<Asked<Taken>> {
  const answer = await ask('POST', `/desk/till/${shop}/redemptions`, wish);
  return answer.ok
    ? { kind: 'ok', answer: answer.body as unknown as Taken }
    : { kind: 'refused', why: whyRefused(answer) };
}

export async function rollBack(shop: string, redemption: string, key: string): Promise<Asked<Taken>> {
  const answer = await ask('POST', `/desk/till/${shop}/redemptions/${redemption}/rollbacks`, { key });
  return answer.ok
    ? { kind: 'ok', answer: answer.body as unknown as Taken }
    : { kind: 'refused', why: whyRefused(answer) };
}
