import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

const goodForMs = 3 * 86_400_000;

/** An address belongs to whoever opened its mail last. */
export const confirmEmail =
  ({ store, keys, now }: Deps): CustomerOperations['confirmEmail'] =>
  async (token) => {
    const proved = keys.openEmailToken(token);
    if (!proved || now().getTime() - proved.askedAt.getTime() > goodForMs) return { kind: 'unknown-link' };
    const { customerId: id, email } = proved;
    return store.transaction(async (tx) => {
      await tx.lock(`address:${email}`);
      const customer = await tx.customer.findUnique({ where: { id }, select: { locale: true } });
      if (!customer) return { kind: 'unknown-link' } as const;
      const others = { email, id: { not: id } };
      await tx.customer.updateMany({ where: { ...others, newsBy: 'email' }, data: { newsBy: 'chat' } });
      await tx.customer.updateMany({ where: others, data: { email: null } });
      await tx.customer.updateMany({ where: { id }, data: { email } });
      return { kind: 'confirmed', email, locale: customer.locale } as const;
    });
  };
