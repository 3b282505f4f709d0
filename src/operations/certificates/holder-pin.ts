import type { Store, Tx } from '../../store/open-store.ts';
import { pinClosedUntil, tryPin } from '../members/pin-guess.ts';
import type { Deps } from '../ports.ts';

interface WithPin {
  pinSalt: string | null;
  pinHash: string | null;
}

interface HolderGuess {
  shopId: string;
  holderPhone: string;
  pin: string;
  attempt: string;
}

export const hasPin = ({ keys }: Deps, pin: string, { pinSalt, pinHash }: WithPin): boolean =>
  keys.pinMatches(pin, pinSalt ?? 'no salt', pinHash ?? 'no hash');

const subjectOf = ({ shopId, holderPhone }: Pick<HolderGuess, 'shopId' | 'holderPhone'>) => `${shopId}|${holderPhone}`;

/** Until when this shop takes no PIN of this holder. */
export const holderPinClosedUntil = (
  from: Pick<Tx, 'attempt'> | Store['read'],
  deps: Pick<Deps, 'limits' | 'now'>,
  holder: Pick<HolderGuess, 'shopId' | 'holderPhone'>,
): Promise<Date | null> => pinClosedUntil(from, subjectOf(holder), deps.limits.pin, deps.now());

/** Wrong PINs count per holder and shop, whichever way the certificate was named, so that no way opens a second budget. */
export const tryHolderPin = (tx: Tx, deps: Deps, guess: HolderGuess, matches: () => boolean) =>
  tryPin(tx, { subject: subjectOf(guess), attempt: guess.attempt, matches }, deps.limits.pin, deps.now());
