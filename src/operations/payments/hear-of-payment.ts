import type { Deps } from '../ports.ts';
import type { PaymentOperations } from './payment-operations.ts';

/**
 * The card company says that something happened. Whatever it was, and in whatever order it comes, the hold is looked up
 * soon and settled by what is found then.
 */
export const hearOfPayment =
  (deps: Deps): PaymentOperations['hearOfPayment'] =>
  async ({ holdId, gatewayId }) => {
    const { store, now, nudge } = deps;
    const which = [...(holdId ? [{ id: holdId }] : []), ...(gatewayId ? [{ gatewayId }] : [])];
    if (which.length === 0) return { kind: 'unknown-payment' };
    const hold = await store.read.hold.findFirst({ where: { OR: which }, select: { id: true } });
    if (!hold) return { kind: 'unknown-payment' };
    await store.transaction((tx) => tx.hold.update({ where: { id: hold.id }, data: { nextTryAt: now() } }));
    nudge();
    return { kind: 'heard' };
  };
