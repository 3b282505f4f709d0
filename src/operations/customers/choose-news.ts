import { wantMailAgain } from '../messages/stop-mail.ts';
import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

export const chooseNews =
  ({ store }: Deps): CustomerOperations['chooseNews'] =>
  (id, newsBy) =>
    store.transaction(async (tx) => {
      const { email } = await tx.customer.findUniqueOrThrow({ where: { id }, select: { email: true } });
      if (newsBy === 'email' && email === null) return { kind: 'no-email' } as const;
      if (newsBy === 'email' && email !== null) await wantMailAgain(tx, email);
      await tx.customer.updateMany({ where: { id }, data: { newsBy } });
      return { kind: 'chosen' } as const;
    });
