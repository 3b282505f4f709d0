import { passwordLinkMinutes } from '../../core/accounts/password.ts';
import { parseEmail } from '../../core/email.ts';
import type { Tx } from '../../store/open-store.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { AccountOperations } from './account-operations.ts';
import { forgottenOf, renewsByMail } from './password-link.ts';
import { addressSubject, callerSubject, spendAttempt } from './sign-in-budget.ts';

/**
 * The answer is the same whether anybody has the address, and so is the work but for one row: an address is looked up a
 * few times an hour, which is too seldom to measure that.
 */
export const askPasswordLink =
  (deps: Deps): AccountOperations['askPasswordLink'] =>
  async ({ email: typed, from }) => {
    const parsed = parseEmail(typed);
    if (parsed.kind !== 'email') {
      return { kind: 'faults', faults: [{ field: 'email', kind: typed.trim() === '' ? 'missing' : parsed.kind }] };
    }
    const { email } = parsed;
    const outcome = await deps.store.transaction((tx) => ask(tx, deps, email, from));
    deps.nudge();
    return outcome;
  };

async function ask(tx: Tx, deps: Deps, email: string, from: string) {
  const { limits, newId, now } = deps;
  const { perCaller, perAddress } = limits.passwordLinks;
  const key = newId();
  const caller = { kind: 'password-link-by-caller', subject: callerSubject(deps, from), ...perCaller };
  const asked = await spendAttempt(tx, deps, [caller], key);
  if (asked.kind === 'closed') return asked;
  const address = { kind: 'password-link-of-address', subject: addressSubject(deps, email), ...perAddress };
  const mailed = await spendAttempt(tx, deps, [address], key);
  const account = await tx.account.findUnique({ where: { email } });
  if (mailed.kind === 'spent' && account && renewsByMail(account, limits)) {
    const { id: accountId, locale } = account;
    const goodUntil = new Date(now().getTime() + passwordLinkMinutes * 60_000).toISOString();
    const facts = { kind: 'password-link', accountId, forgotten: forgottenOf(deps, account), goodUntil } as const;
    await tell(tx, deps, { key: `password-link:${key}`, channel: 'email', recipient: email, locale, facts });
  }
  return { kind: 'asked', email } as const;
}
