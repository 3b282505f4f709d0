import { isPin } from '../../core/members/pin.ts';
import type { Deps } from '../ports.ts';
import type { CustomerOperations } from './customer-operations.ts';

export const choosePin =
  ({ store, keys }: Deps): CustomerOperations['choosePin'] =>
  async (id, pin) => {
    if (!isPin(pin)) return { kind: 'pin-format' };
    return store.transaction(async (tx) => {
      const { memberId } = await tx.customer.findUniqueOrThrow({ where: { id }, select: { memberId: true } });
      if (memberId !== null) return { kind: 'is-member' } as const;
      const pinSalt = keys.newSalt();
      await tx.customer.updateMany({ where: { id }, data: { pinSalt, pinHash: keys.pinHash(pin, pinSalt) } });
      return { kind: 'chosen' } as const;
    });
  };
