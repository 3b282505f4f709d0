import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

const mostTalk = 4_000;

export const rememberTalk =
  ({ store }: Deps): CustomerOperations['rememberTalk'] =>
  async (id, talk) => {
    if (talk !== null && talk.length > mostTalk) throw new RangeError(`a talk of ${talk.length} characters`);
    await store.transaction((tx) => tx.chatUser.updateMany({ where: { id }, data: { talk } }));
  };
