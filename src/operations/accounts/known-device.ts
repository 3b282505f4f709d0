import type { Deps } from '../ports.ts';
import { isSame } from './is-same.ts';

interface Account {
  id: string;
  passwordHash: string;
}

type Sealing = Pick<Deps, 'keys'>;

/** Accounts that one browser is known for: a family with two shops and the operator, say. */
const mostAccounts = 4;
const nonceLength = 22;
const form = /^[\w-]{22}[A-Z2-7]{26}$/;

const tokensIn = (shown: string | undefined): string[] =>
  (shown ?? '').split('.', mostAccounts).filter((token) => form.test(token));

/** A new password makes every browser a stranger again. */
const tokenOf = ({ keys }: Sealing, { id, passwordHash }: Account, nonce: string): string =>
  nonce + keys.deviceSeal(`${id} ${passwordHash} ${nonce}`);

/**
 * A browser that signed in to this account before, by the name that its cookie gives it; null for any other. Guesses of
 * strangers do not shut it out (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
 */
export function knownDevice(deps: Sealing, shown: string | undefined, account: Account): string | null {
  const nonces = tokensIn(shown).map((token) => token.slice(0, nonceLength));
  const tokens = tokensIn(shown);
  return nonces.find((nonce, at) => isSame(tokens[at] ?? '', tokenOf(deps, account, nonce))) ?? null;
}

/** What the browser shows from now on, after it signed in to this account. */
export function devicesAfter(deps: Sealing, shown: string | undefined, account: Account): string {
  const own = tokenOf(deps, account, knownDevice(deps, shown, account) ?? deps.keys.newSalt());
  const others = tokensIn(shown).filter((token) => token !== own);
  return [own, ...others].slice(0, mostAccounts).join('.');
}
