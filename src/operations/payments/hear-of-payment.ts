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
    const due = { nextTryAt: now() };
    await store.transaction(async (tx) => {
      await tx.hold.update({ where: { id: hold.id }, data: due });
      await tx.refund.updateMany({ where: { holdId: hold.id, state: 'asked' }, data: due });
    });
    nudge();
    return { kind: 'heard' };
  };
