import type { Money } from '../money.ts';

/** What we know of money held at the card company. `asked`: we asked for it and have not heard. */
export type HoldState = 'asked' | 'open' | 'captured' | 'released';
/** What we have asked the card company to do with an open hold, and have not heard of. */
export type HoldPending = 'capture' | 'release' | null;
export type ReleaseReason = 'declined' | 'expired' | 'cancelled' | 'abandoned';

export interface Hold {
  id: string;
  state: HoldState;
  pending: HoldPending;
  amount: Money;
  expiresAt: Date;
  createdAt: Date;
}

/** What the card company says of a hold when asked. */
export type Heard =
  | { kind: 'none' }
  | { kind: 'held'; gatewayId: string }
  | { kind: 'captured'; gatewayId: string }
  | { kind: 'released'; gatewayId: string }
  | { kind: 'declined'; gatewayId: string | null };

/** What to do about it: at most one change of ours, or one request to the card company. */
export type HoldStep =
  | { kind: 'open' }
  | { kind: 'complete' }
  | { kind: 'release'; reason: ReleaseReason }
  | { kind: 'ask-hold' }
  | { kind: 'ask-capture' }
  | { kind: 'ask-release' }
  | { kind: 'refund-orphan' }
  | { kind: 'rest' };

/**
 * Compares what we know with what the card company says. The order of events does not matter: whatever is heard, late
 * or twice, leads to the same end. An asked hold that the card company does not know is asked for again with the same
 * idempotency key while a caller may still be waiting (`patienceMs`), and given up afterwards.
 */
export function settleHold(known: Hold, heard: Heard, at: Date, patienceMs: number): HoldStep {
  switch (heard.kind) {
    case 'none':
      if (known.state !== 'asked') return { kind: 'rest' };
      return at.getTime() - known.createdAt.getTime() < patienceMs
        ? { kind: 'ask-hold' }
        : { kind: 'release', reason: 'abandoned' };
    case 'held':
      return settleHeld(known, at);
    case 'captured':
      if (known.state === 'captured') return { kind: 'rest' };
      return known.pending === 'capture' ? { kind: 'complete' } : { kind: 'refund-orphan' };
    case 'released':
      return known.state === 'captured' || known.state === 'released'
        ? { kind: 'rest' }
        : { kind: 'release', reason: known.expiresAt <= at ? 'expired' : 'cancelled' };
    case 'declined':
      return known.state === 'captured' || known.state === 'released'
        ? { kind: 'rest' }
        : { kind: 'release', reason: 'declined' };
  }
}

function settleHeld(known: Hold, at: Date): HoldStep {
  // What was captured meanwhile is newer than what was heard.
  if (known.state === 'captured') return { kind: 'rest' };
  if (known.state === 'released') return { kind: 'ask-release' };
  if (known.pending === 'capture') return { kind: 'ask-capture' };
  if (known.pending === 'release' || known.expiresAt <= at) return { kind: 'ask-release' };
  return known.state === 'asked' ? { kind: 'open' } : { kind: 'rest' };
}

export type CaptureDecision = { kind: 'capture' } | { kind: 'already' } | { kind: 'hold-expired' };

/** GC-08: an open, unexpired hold may be captured, once. */
export function decideCapture(hold: Hold, at: Date): CaptureDecision {
  if (hold.state === 'captured' || hold.pending === 'capture') return { kind: 'already' };
  if (hold.state !== 'open' || hold.pending !== null || hold.expiresAt <= at) return { kind: 'hold-expired' };
  return { kind: 'capture' };
}
