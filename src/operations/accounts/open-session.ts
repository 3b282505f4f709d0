import { sessionEnd } from '../../core/accounts/session.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

/** Begins a session and says its token, of which only the hash is kept. Sessions that are over go. */
export async function openSession(
  tx: Tx,
  { keys, newId, now }: Pick<Deps, 'keys' | 'newId' | 'now'>,
  accountId: string,
): Promise<string> {
  const at = now();
  const token = keys.newToken();
  await tx.session.deleteMany({ where: { expiresAt: { lte: at } } });
  await tx.session.create({
    data: {
      id: newId(),
      accountId,
      tokenHash: keys.tokenHash(token),
      createdAt: at,
      rotatedAt: at,
      expiresAt: sessionEnd(at, at),
    },
  });
  return token;
}
