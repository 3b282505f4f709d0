import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

export const chooseLanguage =
  ({ store }: Deps): CustomerOperations['chooseLanguage'] =>
  async (id, locale) => {
    await store.transaction(async (tx) => {
      await tx.chatUser.updateMany({ where: { id }, data: { locale } });
      const user = await tx.chatUser.findUnique({ where: { id }, select: { customerId: true } });
      if (user?.customerId) await tx.customer.updateMany({ where: { id: user.customerId }, data: { locale } });
    });
  };
