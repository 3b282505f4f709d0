import { orphanCaptureEntry } from '../../core/ledger/entry.ts';
import { money, toCurrency } from '../../core/money.ts';
import type { ReleaseReason } from '../../core/payments/hold.ts';
import { Stale } from '../../store/open-store.ts';
import { book } from '../ledger/book.ts';
import { toPlain } from '../messages/plain-amount.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import type { HoldFacts } from './hold-facts.ts';
import { retryAt } from './retry.ts';

/** Every change is guarded by the state that it was decided on; a change that comes too late is decided anew. */
const asDecided = (facts: HoldFacts) => ({ id: facts.id, state: facts.state, pending: facts.pending });

/** Nothing is left to ask. */
export const holdRests = ({ store }: Deps, facts: HoldFacts): Promise<void> =>
  store.transaction(async (tx) => {
    await tx.hold.updateMany({ where: asDecided(facts), data: { nextTryAt: null } });
  });

export const heldIsOpen = ({ store }: Deps, facts: HoldFacts, gatewayId: string | null): Promise<void> =>
  store.transaction(async (tx) => {
    await tx.hold.updateMany({
      where: asDecided(facts),
      data: { state: 'open', gatewayId, nextTryAt: null, tries: 0 },
    });
  });

/**
 * Writes down that the hold is to be released before the card company is asked to, so that no purchase can be confirmed
 * on it meanwhile. False when something else was decided first.
 */
export const releaseIsAsked = ({ store }: Deps, facts: HoldFacts, gatewayId: string | null): Promise<boolean> =>
  store.transaction(async (tx) => {
    if (facts.state === 'released' || facts.pending === 'release') return true;
    const changed = await tx.hold.updateMany({
      where: asDecided(facts),
      data: { state: 'open', pending: 'release', gatewayId },
    });
    return changed.count === 1;
  });

/** The money is free again. A buyer who had confirmed is told that nothing was bought. */
export const holdIsReleased = (
  deps: Deps,
  facts: HoldFacts,
  reason: ReleaseReason,
  gatewayId: string | null,
): Promise<void> =>
  deps.store.transaction(async (tx) => {
    const changed = await tx.hold.updateMany({
      where: asDecided(facts),
      data: { state: 'released', pending: null, reason, gatewayId, nextTryAt: null, settledAt: deps.now() },
    });
    if (changed.count === 0 || !facts.purchase) return;
    await tell(tx, deps, {
      key: `payment-failed:${facts.id}`,
      recipient: facts.member.phone,
      facts: { kind: 'payment-failed', shop: namesOf(facts.shop), amount: toPlain(facts) },
    });
    deps.nudge();
  });

/** Captured, and no purchase to show for it: all of it goes back (truth 3). */
export const refundOrphan = (deps: Deps, facts: HoldFacts, gatewayId: string | null): Promise<void> =>
  deps.store.transaction(async (tx) => {
    const at = deps.now();
    const changed = await tx.hold.updateMany({
      where: asDecided(facts),
      data: { state: 'captured', pending: null, reason: 'orphan', gatewayId, nextTryAt: null, settledAt: at },
    });
    if (changed.count === 0) throw new Stale();
    const amount = money(facts.amount, toCurrency(facts.currency));
    await book(tx, deps, orphanCaptureEntry(facts.id, amount));
    await tx.refund.create({
      data: {
        id: deps.newId(),
        holdId: facts.id,
        amount: facts.amount,
        currency: facts.currency,
        reason: 'orphan',
        state: 'asked',
        nextTryAt: at,
        createdAt: at,
      },
    });
    await tell(tx, deps, {
      key: `money-returned:${facts.id}`,
      recipient: facts.member.phone,
      facts: { kind: 'money-returned', shop: namesOf(facts.shop), amount: toPlain(facts) },
    });
    deps.nudge();
  });

/** No answer: what became of it is looked up later. */
export const tryHoldLater = ({ store, now }: Deps, id: string): Promise<void> =>
  store.transaction(async (tx) => {
    const { tries } = await tx.hold.findUniqueOrThrow({ where: { id }, select: { tries: true } });
    await tx.hold.update({ where: { id }, data: { tries: tries + 1, nextTryAt: retryAt(now(), tries) } });
  });
