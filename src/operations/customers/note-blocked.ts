import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

/** Who blocked the bot gets news by text until they let it in again. */
export const noteBlocked =
  ({ store, now }: Deps): CustomerOperations['noteBlocked'] =>
  async (id, blocked) => {
    await store.transaction((tx) =>
      tx.chatUser.updateMany({ where: { id }, data: { blockedAt: blocked ? now() : null } }),
    );
  };
