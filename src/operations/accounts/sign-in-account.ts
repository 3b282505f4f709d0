import { parseEmail } from '../../core/email.ts';
import type { Deps } from '../ports.ts';
import type { AccountOperations } from './account-operations.ts';
import { isDemoAccount, toAccountFacts } from './account-row.ts';
import { openSession } from './open-session.ts';
import { type Budget, spendAttempt } from './sign-in-budget.ts';

/**
 * The password is looked at outside any transaction, since that takes long on purpose; so the attempt is counted first
 * and taken back when it was right.
 */
export const signInAccount =
  (deps: Deps): AccountOperations['signInAccount'] =>
  async ({ email: typed, password, from }) => {
    const { store, keys, limits, newId, passwords } = deps;
    const parsed = parseEmail(typed);
    const email = parsed.kind === 'email' ? parsed.email : typed.trim().toLowerCase();
    const key = newId();
    const budgets = signInBudgets(deps, email, from);
    const tried = await store.transaction((tx) => spendAttempt(tx, deps, budgets, key));
    if (tried.kind === 'closed') return tried;
    const found = await store.read.account.findUnique({ where: { email } });
    const account = found && limits.refuseDemoKeys && isDemoAccount(found) ? null : found;
    const right = await passwords.matches(password, account?.passwordHash ?? null);
    if (!account || !right) return { kind: 'wrong' };
    return store.transaction(async (tx) => {
      const [pair, ...others] = budgets;
      if (pair) await tx.attempt.deleteMany({ where: { kind: pair.kind, subject: pair.subject } });
      for (const { kind, subject } of others) await tx.attempt.deleteMany({ where: { kind, subject, key } });
      return {
        kind: 'signed-in' as const,
        token: await openSession(tx, { keys, newId, now: deps.now }, account.id),
        account: toAccountFacts(account),
      };
    });
  };

/** Nobody can shut another out for long by wrong passwords: the narrow budget is of an address and a caller together. */
function signInBudgets({ keys, limits }: Deps, email: string, from: string): [Budget, Budget, Budget] {
  const address = keys.tokenHash(`address ${email}`);
  const caller = keys.tokenHash(`caller ${from}`);
  const { perAddressAndCaller, perAddress, perCaller } = limits.passwords;
  return [
    { kind: 'password', subject: `${address}|${caller}`, ...perAddressAndCaller },
    { kind: 'password-of-address', subject: address, ...perAddress },
    { kind: 'password-by-caller', subject: caller, ...perCaller },
  ];
}
