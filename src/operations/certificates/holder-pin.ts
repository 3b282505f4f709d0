import type { Tx } from '../../store/open-store.ts';
import { tryPin } from '../members/pin-guess.ts';
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

/** Wrong PINs count per holder and shop, whichever way the certificate was named, so that no way opens a second budget. */
export const tryHolderPin = (tx: Tx, deps: Deps, guess: HolderGuess, matches: () => boolean) =>
  tryPin(
    tx,
    { subject: `${guess.shopId}|${guess.holderPhone}`, attempt: guess.attempt, matches },
    deps.limits.pin,
    deps.now(),
  );
