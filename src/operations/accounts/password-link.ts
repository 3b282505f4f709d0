import type { Store, Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import { isDemoAccount } from './account-row.ts';
import { isSame } from './is-same.ts';

type Account = Awaited<ReturnType<Tx['account']['findUniqueOrThrow']>>;

/** An operator's password is renewed by who has the database (`npm run operator`); the published ones by nobody. */
export const renewsByMail = (
  { role, email }: Pick<Account, 'role' | 'email'>,
  { refuseDemoKeys }: Pick<Deps['limits'], 'refuseDemoKeys'>,
): boolean => role === 'shop-owner' && !(refuseDemoKeys && isDemoAccount({ email }));

/** What a link names the present password by: with the next one it is void. */
export const forgottenOf = ({ keys }: Pick<Deps, 'keys'>, { passwordHash }: Pick<Account, 'passwordHash'>): string =>
  keys.tokenHash(`forgotten ${passwordHash}`);

/** The account whose password a link renews, while it is good. */
export async function accountOfLink(
  from: Pick<Tx, 'account'> | Store['read'],
  deps: Deps,
  token: string,
): Promise<Account | null> {
  const link = deps.keys.openPasswordToken(token);
  if (!link || link.goodUntil <= deps.now()) return null;
  const account = await from.account.findUnique({ where: { id: link.accountId } });
  if (!account || !renewsByMail(account, deps.limits)) return null;
  return isSame(link.forgotten, forgottenOf(deps, account)) ? account : null;
}
