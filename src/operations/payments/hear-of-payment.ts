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
    const hold = await store.read.hold.findFirst({
      where: { OR: which },
      select: { id: true, state: true },
    });
    if (!hold) return { kind: 'unknown-payment' };
    const refund = await store.read.refund.findUnique({ where: { holdId: hold.id }, select: { state: true } });
    // What is captured stays so: the only news of it that still matter are of a refund under way.
    if (hold.state === 'captured' && refund?.state !== 'asked') return { kind: 'heard' };
    const due = { nextTryAt: now() };
    await store.transaction(async (tx) => {
      await tx.hold.updateMany({ where: { id: hold.id, state: { not: 'captured' } }, data: due });
      // Where the answer was lost the event is the first to name the payment: so it need not be searched for.
      if (gatewayId) await tx.hold.updateMany({ where: { id: hold.id, gatewayId: null }, data: { gatewayId } });
      await tx.refund.updateMany({ where: { holdId: hold.id, state: 'asked' }, data: due });
    });
    nudge();
    return { kind: 'heard' };
  };
