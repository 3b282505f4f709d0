import type { Deps } from '../ports.ts';
import type { PurchaseOperations } from './purchase-operations.ts';

/** Whether a purchase whose call broke off was paid. */
export const purchaseState =
  ({ store, now }: Deps): PurchaseOperations['purchaseState'] =>
  async (holdId) => {
    const hold = await store.read.hold.findUnique({ where: { id: holdId }, include: { purchase: true } });
    if (!hold) return { kind: 'gone' };
    if (hold.state === 'captured') return { kind: hold.purchase ? 'bought' : 'gone' };
    if (hold.pending === 'release') return { kind: 'gone' };
    if (hold.state === 'asked' || hold.pending === 'capture') return { kind: 'waiting' };
    return { kind: hold.state === 'open' && hold.expiresAt > now() ? 'open' : 'gone' };
  };
