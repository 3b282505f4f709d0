import { parseEmail } from '../../core/email.ts';
import type { Deps } from '../ports.ts';
import type { AccountOperations } from './account-operations.ts';
import { isDemoAccount, toAccountFacts } from './account-row.ts';
import { devicesAfter, knownDevice } from './known-device.ts';
import { openSession } from './open-session.ts';
import {
  addressAndCaller,
  addressSubject,
  type Budget,
  callerSubject,
  spendAttempt,
  wrongPasswords,
} from './sign-in-budget.ts';

/**
 * The password is looked at outside any transaction, since that takes long on purpose; so the attempt is counted first
 * and taken back when it was right.
 */
export const signInAccount =
  (deps: Deps): AccountOperations['signInAccount'] =>
  async ({ email: typed, password, from, devices }) => {
    const { store, keys, limits, newId, passwords } = deps;
    const parsed = parseEmail(typed);
    const email = parsed.kind === 'email' ? parsed.email : typed.trim().toLowerCase();
    const key = newId();
    const found = await store.read.account.findUnique({ where: { email } });
    const account = found && limits.refuseDemoKeys && isDemoAccount(found) ? null : found;
    const device = account && knownDevice(deps, devices, account);
    const budgets: [Budget, ...Budget[]] = device ? [deviceBudget(deps, device)] : strangersBudgets(deps, email, from);
    const tried = await store.transaction((tx) => spendAttempt(tx, deps, budgets, key));
    if (tried.kind === 'closed') return tried;
    const right = await passwords.matches(password, account?.passwordHash ?? null);
    if (!account || !right) return { kind: 'wrong' };
    return store.transaction(async (tx) => {
      // Another password may have come while this one was looked at, and ended every session.
      await tx.lock(`account ${email}`);
      const still = await tx.account.findUnique({ where: { id: account.id }, select: { passwordHash: true } });
      if (still?.passwordHash !== account.passwordHash) return { kind: 'wrong' as const };
      const [narrow, ...others] = budgets;
      await tx.attempt.deleteMany({ where: { kind: narrow.kind, subject: narrow.subject } });
      for (const { kind, subject } of others) await tx.attempt.deleteMany({ where: { kind, subject, key } });
      return {
        kind: 'signed-in' as const,
        token: await openSession(tx, { keys, newId, now: deps.now }, account.id),
        devices: devicesAfter(deps, devices, account),
        account: toAccountFacts(account),
      };
    });
  };

const deviceBudget = ({ keys, limits }: Deps, device: string): Budget => ({
  kind: wrongPasswords.onDevice,
  subject: keys.tokenHash(`device ${device}`),
  ...limits.passwords.perDevice,
});

/**
 * Of a browser that never signed in to this account. Nobody can shut another out for long by wrong passwords: the narrow
 * budget is of an address and a caller together; and whoever signed in before is no stranger.
 */
function strangersBudgets(deps: Deps, email: string, from: string): [Budget, Budget, Budget] {
  const address = addressSubject(deps, email);
  const caller = callerSubject(deps, from);
  const { perAddressAndCaller, perAddress, perCaller } = deps.limits.passwords;
  const { ofAddressAndCaller, ofAddress, byCaller } = wrongPasswords;
  return [
    { kind: ofAddressAndCaller, subject: addressAndCaller(address, caller), ...perAddressAndCaller },
    { kind: ofAddress, subject: address, ...perAddress },
    { kind: byCaller, subject: caller, ...perCaller },
  ];
}
