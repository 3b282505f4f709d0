import { parseEmail } from '../../core/email.ts';
import type { Deps } from '../ports.ts';
import { isDemoAccount } from './account-row.ts';

type Appointed =
  /** `renewed`: was one before, has the new password, and is signed out everywhere. */
  { kind: 'appointed' | 'renewed' | 'not-an-address' | 'card-number' | 'demo-address' | 'shop-owner' };

/** Who looks after Giftline itself. Only who has the database can make one. */
export async function appointOperator(
  { store, passwords, newId, now }: Pick<Deps, 'store' | 'passwords' | 'newId' | 'now'>,
  ask: { email: string; name: string; locale: string; password: string },
): Promise<Appointed> {
  const parsed = parseEmail(ask.email);
  if (parsed.kind !== 'email') return parsed;
  const { email } = parsed;
  if (isDemoAccount({ email })) return { kind: 'demo-address' };
  const passwordHash = await passwords.hash(ask.password);
  return store.transaction(async (tx): Promise<Appointed> => {
    await tx.lock(`account ${email}`);
    const known = await tx.account.findUnique({ where: { email } });
    if (known === null) {
      const { name, locale } = ask;
      await tx.account.create({
        data: { id: newId(), email, name, locale, role: 'operator', passwordHash, createdAt: now() },
      });
      return { kind: 'appointed' };
    }
    if (known.role !== 'operator') return { kind: 'shop-owner' };
    await tx.account.update({ where: { id: known.id }, data: { passwordHash } });
    await tx.session.deleteMany({ where: { accountId: known.id } });
    return { kind: 'renewed' };
  });
}
