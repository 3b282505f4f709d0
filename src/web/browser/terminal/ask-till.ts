import type { z } from 'zod';
import type { ProblemKind } from '../../problem-kinds.ts';
import type * as shapes from '../../till/schemas.ts';

export type TerminalBody = z.output<typeof shapes.terminal>;
export type Validation = z.output<typeof shapes.validation>;
export type CouponBody = Extract<Validation, { coupon: unknown }>['coupon'];
export type CertificateBody = Extract<Validation, { certificate: unknown }>['certificate'];
export type Holdings = z.output<typeof shapes.holdings>;
export type Redemption = z.output<typeof shapes.redemption>;
export type Rollback = z.output<typeof shapes.rollback>;

/** The facts beside a refusal, as the till API tells them. */
export type ProblemFacts = Readonly<Record<string, unknown>>;

/** `no-answer`: nothing came, or nothing that says whether it was done; asked again with its key, it is done once. */
export type Asked<T> =
  | { kind: 'answer'; answer: T }
  | { kind: 'refused'; why: ProblemKind; facts: ProblemFacts }
  | { kind: 'no-answer' };

/** A clerk and a customer are waiting. */
const patienceMs = 10_000;
const problemPrefix = 'urn:giftline:problem:';

async function ask<T>(terminalKey: string, path: string, sent?: { body: object; key?: string }): Promise<Asked<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method: sent ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${terminalKey}`,
        ...(sent && { 'content-type': 'application/json' }),
        ...(sent?.key && { 'idempotency-key': sent.key }),
      },
      ...(sent && { body: JSON.stringify(sent.body) }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const body = await response.json();
    if (response.ok) return { kind: 'answer', answer: body as T };
    if (response.status >= 500 || typeof body?.type !== 'string' || !body.type.startsWith(problemPrefix)) {
      return { kind: 'no-answer' };
    }
    return { kind: 'refused', why: body.type.slice(problemPrefix.length), facts: body };
  } catch {
    // Cut off, out of time, or an answer from something that stands between: it says nothing of what was done.
    return { kind: 'no-answer' };
  }
}

/** The till API, as this terminal. */
export const tillOf = (terminalKey: string) => ({
  terminal: () => ask<TerminalBody>(terminalKey, '/terminal'),
  validates: (code: string) => ask<Validation>(terminalKey, '/validations', { body: { code } }),
  holdings: (phone: string, pin: string) => ask<Holdings>(terminalKey, '/holdings', { body: { phone, pin } }),
  redeems: (what: { code: string; amount: number; pin: string | null }, key: string) => {
    const { pin, ...rest } = what;
    return ask<Redemption>(terminalKey, '/redemptions', { body: pin === null ? rest : { ...rest, pin }, key });
  },
  /** A redemption is undone once, so that its own id makes the key. */
  undoes: (redemptionId: string) =>
    ask<Rollback>(terminalKey, `/redemptions/${redemptionId}/rollbacks`, { body: {}, key: `undo-${redemptionId}` }),
});

export type Till = ReturnType<typeof tillOf>;
