import { type PinLimits, pinGate } from '../../core/members/pin.ts';
import type { Store, Tx } from '../../store/open-store.ts';
import type { WrongPin } from './member-operations.ts';

export interface Guess {
  /** Whose PIN is tried by whom: wrong ones are counted per subject. */
  subject: string;
  /** Names this very attempt: a redelivered one is answered again and counted once. */
  attempt: string;
  matches: () => boolean;
}

const kind = 'pin';

/** Until when no PIN is taken of this subject; null when one is. */
export async function pinClosedUntil(
  from: Pick<Tx, 'attempt'> | Store['read'],
  subject: string,
  limits: PinLimits,
  at: Date,
): Promise<Date | null> {
  const gate = pinGate(
    (await wrongOnes(from, subject, limits)).map((wrong) => wrong.at),
    limits,
    at,
  );
  return gate.kind === 'closed' ? gate.until : null;
}

/** After a wrong PIN: how many more may be wrong, and until when none is taken if this was the last. */
export async function triesLeft(
  tx: Tx,
  subject: string,
  limits: PinLimits,
  at: Date,
): Promise<{ left: number; closedUntil: Date | null }> {
  const wrong = await wrongOnes(tx, subject, limits);
  const gate = pinGate(
    wrong.map((earlier) => earlier.at),
    limits,
    at,
  );
  return {
    left: Math.max(limits.mostWrong - wrong.length, 0),
    closedUntil: gate.kind === 'closed' ? gate.until : null,
  };
}

const wrongOnes = (from: Pick<Tx, 'attempt'> | Store['read'], subject: string, limits: PinLimits) =>
  from.attempt.findMany({ where: { kind, subject }, orderBy: { at: 'desc' }, take: limits.mostWrong });

/**
 * Tries a PIN. A wrong one is counted in the same transaction and under a lock, so that no number of guesses at once
 * gets more than the limit evaluated. A right one, after no wrong ones, writes nothing.
 */
export async function tryPin(tx: Tx, guess: Guess, limits: PinLimits, at: Date): Promise<{ kind: 'right' } | WrongPin> {
  const { subject, attempt } = guess;
  await tx.lock(`pin:${subject}`);
  const wrong = await wrongOnes(tx, subject, limits);
  const counted = wrong.some((earlier) => earlier.key === attempt);
  if (!counted) {
    const gate = pinGate(
      wrong.map((earlier) => earlier.at),
      limits,
      at,
    );
    if (gate.kind === 'closed') return { kind: 'closed', until: gate.until };
    if (gate.kind === 'open-again') await tx.attempt.deleteMany({ where: { kind, subject } });
  }
  if (guess.matches()) {
    if (wrong.length > 0) await tx.attempt.deleteMany({ where: { kind, subject } });
    return { kind: 'right' };
  }
  if (!counted) await tx.attempt.create({ data: { kind, subject, key: attempt, at } });
  return { kind: 'wrong-pin' };
}
