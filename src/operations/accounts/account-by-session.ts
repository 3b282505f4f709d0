import { sessionAt, sessionEnd } from '../../core/accounts/session.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { AccountOperations } from './account-operations.ts';
import { isDemoAccount, toAccountFacts } from './account-row.ts';

export const accountBySession =
  (deps: Deps): AccountOperations['accountBySession'] =>
  async (token) => {
    const { store, keys, limits, now } = deps;
    const hash = keys.tokenHash(token);
    const session =
      (await store.read.session.findUnique({ where: { tokenHash: hash } })) ??
      (await store.read.session.findUnique({ where: { previousHash: hash } }));
    if (!session) return null;
    const state = sessionAt(session, session.tokenHash === hash ? 'current' : 'previous', now());
    if (state === 'over') return null;
    const account = await store.read.account.findUnique({ where: { id: session.accountId } });
    if (!account || (limits.refuseDemoKeys && isDemoAccount(account))) return null;
    const renewed = state === 'to-renew' ? await store.transaction((tx) => renew(tx, deps, session.id, hash)) : null;
    return { account: toAccountFacts(account), renewed };
  };

/** Null when another request was first: its answer carries the new token, and the old one is good until then. */
async function renew(tx: Tx, { keys, now }: Deps, id: string, hash: string): Promise<string | null> {
  await tx.lock(`session ${id}`);
  const session = await tx.session.findUnique({ where: { id } });
  if (session?.tokenHash !== hash) return null;
  const token = keys.newToken();
  const at = now();
  await tx.session.update({
    where: { id },
    data: {
      tokenHash: keys.tokenHash(token),
      previousHash: hash,
      rotatedAt: at,
      expiresAt: sessionEnd(session.createdAt, at),
    },
  });
  return token;
}

export const signOutAccount =
  ({ store, keys }: Deps): AccountOperations['signOutAccount'] =>
  (token) =>
    store.transaction(async (tx) => {
      const hash = keys.tokenHash(token);
      await tx.session.deleteMany({ where: { OR: [{ tokenHash: hash }, { previousHash: hash }] } });
    });

export const chooseAccountLanguage =
  ({ store }: Deps): AccountOperations['chooseAccountLanguage'] =>
  (accountId, locale) =>
    store.transaction(async (tx) => {
      await tx.account.updateMany({ where: { id: accountId }, data: { locale } });
    });
