import type { ProblemKind } from '../../problem-kinds.ts';
import type {
  CertificateBody,
  CouponBody,
  Holdings,
  ProblemFacts,
  Redemption,
  Rollback,
  Validation,
} from './ask-till.ts';
import type { Pending, Use } from './kept.ts';

/** Something usable on the counter. `pin`: what its holder typed already. */
export type Found = { code: string; pin: string | null } & (
  | { kind: 'certificate'; certificate: CertificateBody; needsPin(amount: number): boolean }
  | { kind: 'coupon'; coupon: CouponBody; needsPin(amount: number): boolean }
);

/** Where the terminal is with its customer. */
export type Counter =
  | { at: 'ready' }
  | { at: 'asking' }
  | { at: 'phone' }
  | { at: 'holdings'; holdings: Holdings; pin: string }
  | { at: 'found'; found: Found; amount: number }
  /** A ticket that is not of today: asked about before it is used. */
  | { at: 'other-day'; found: Found; amount: number; startsAt: string }
  | { at: 'pin'; found: Found; amount: number; wrong: boolean }
  | { at: 'done'; use: Use; redemption: Redemption }
  | { at: 'refused'; why: ProblemKind; facts: ProblemFacts; currency: string; back: Counter | null }
  | { at: 'undoing'; use: Use }
  | { at: 'undone'; use: Use; rollback: Rollback }
  /** Nothing was to be used, so it is simply asked again. */
  | { at: 'lost-question'; again: () => void }
  /** `pin`: what was typed, while this page still knows; `found`: likewise. */
  | { at: 'lost-use'; pending: Pending; found: Found | null; pin: string | null; reloaded: boolean }
  | { at: 'pin-again'; pending: Pending; other: boolean }
  | { at: 'lost-undo'; use: Use };

/** What was found, or why it may not be used. */
export function toCounter(code: string, validation: Validation): Counter {
  const pin = null;
  if ('coupon' in validation) {
    const { coupon, usable, reason, pinNeeded, pinClosedUntil } = validation;
    if (!usable && reason) return refusal(reason, coupon);
    if (pinNeeded === 'always' && pinClosedUntil) return closed(pinClosedUntil, coupon);
    const found: Found = { kind: 'coupon', code, pin, coupon, needsPin: () => pinNeeded === 'always' };
    return { at: 'found', found, amount: 0 };
  }
  const { certificate, usable, reason, pinNeeded, pinAbove, pinClosedUntil } = validation;
  if (!usable && reason) return refusal(reason, certificate);
  if (pinNeeded === 'always' && pinClosedUntil) return closed(pinClosedUntil, certificate);
  const needsPin = (amount: number) => pinNeeded === 'always' || (pinNeeded === 'above' && amount > (pinAbove ?? 0));
  return { at: 'found', found: { kind: 'certificate', code, pin, certificate, needsPin }, amount: 0 };
}

const refusal = (why: ProblemKind, facts: CouponBody | CertificateBody): Counter => ({
  at: 'refused',
  why,
  facts,
  currency: facts.currency,
  back: null,
});

/** Nobody types a PIN that is not taken. */
const closed = (until: string, { currency }: { currency: string }): Counter => ({
  at: 'refused',
  why: 'closed',
  facts: { until },
  currency,
  back: null,
});

export function toUse({ id, number, amount, currency, ...rest }: Redemption, nowMs: number): Use {
  const title = 'title' in rest ? rest.title : '';
  const lastDigits = number?.slice(-4) ?? '';
  const kind = 'title' in rest ? 'coupon' : 'certificate';
  return { id, kind, title, lastDigits, amount, currency, doneAtMs: nowMs, undone: false };
}
