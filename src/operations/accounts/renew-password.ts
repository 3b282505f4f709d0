import { passwordFault } from '../../core/accounts/password.ts';
import type { Tx } from '../../store/open-store.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { AccountOperations } from './account-operations.ts';
import { toAccountFacts } from './account-row.ts';
import { devicesAfter } from './known-device.ts';
import { openSession } from './open-session.ts';
import { accountOfLink } from './password-link.ts';
import { forgiveWrongPasswords } from './sign-in-budget.ts';

type Ask = Parameters<AccountOperations['renewPassword']>[0];
type Renewed = Awaited<ReturnType<AccountOperations['renewPassword']>>;

/** Programs that look at every link of a mail see this page, and change nothing by it. */
export const showPasswordLink =
  (deps: Deps): AccountOperations['showPasswordLink'] =>
  async (token) => {
    const account = await accountOfLink(deps.store.read, deps, token);
    return account ? { kind: 'asking', email: account.email } : { kind: 'unknown-link' };
  };

export const renewPassword =
  (deps: Deps): AccountOperations['renewPassword'] =>
  async (ask) => {
    const { passwords, store } = deps;
    const account = await accountOfLink(store.read, deps, ask.token);
    if (!account) return { kind: 'unknown-link' };
    const { email } = account;
    const inUse = { kind: 'in-use' } as const;
    const fault =
      passwordFault(ask.password, email) ??
      ((await passwords.matches(ask.password, account.passwordHash)) ? inUse : null);
    if (fault) return { kind: 'faults', email, faults: [{ field: 'password', ...fault }] };
    const passwordHash = await passwords.hash(ask.password);
    const renewed = await store.transaction((tx) => renew(tx, deps, { ask, email, passwordHash }));
    deps.nudge();
    return renewed;
  };

/** Whoever was signed in with the password before is signed out, here and everywhere. */
async function renew(
  tx: Tx,
  deps: Deps,
  { ask, email, passwordHash }: { ask: Ask; email: string; passwordHash: string },
): Promise<Renewed> {
  const { newId, now } = deps;
  await tx.lock(`account ${email}`);
  const account = await accountOfLink(tx, deps, ask.token);
  if (!account) return { kind: 'unknown-link' };
  const { id, locale } = account;
  await tx.account.update({ where: { id }, data: { passwordHash } });
  await tx.session.deleteMany({ where: { accountId: id } });
  await forgiveWrongPasswords(tx, deps, email);
  const facts = { kind: 'password-changed', at: now().toISOString() } as const;
  await tell(tx, deps, { key: `password-changed:${newId()}`, channel: 'email', recipient: email, locale, facts });
  return {
    kind: 'signed-in',
    token: await openSession(tx, deps, id),
    devices: devicesAfter(deps, ask.devices, { id, passwordHash }),
    account: toAccountFacts(account),
  };
}
