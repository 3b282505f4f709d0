import { refundPaidEntry } from '../../core/ledger/entry.ts';
import { money, toCurrency } from '../../core/money.ts';
import { book } from '../ledger/book.ts';
import { type Deps, type RefundHeard, Unanswered } from '../ports.ts';
import { retryAt } from './retry.ts';

/** GC-16: asks the card company to return the money, and books it when it says that it has. */
export async function payRefund(deps: Deps, id: string): Promise<void> {
  const { store, cards, now, log } = deps;
  const refund = await store.read.refund.findUniqueOrThrow({ where: { id }, include: { hold: true } });
  if (refund.state !== 'asked') return;
  const amount = money(refund.amount, toCurrency(refund.currency));
  const { gatewayId } = refund.hold;
  if (!gatewayId) throw new Error('a captured hold has the card company’s id');
  try {
    const heard = await cards.refund({ refundId: id, gatewayId, amount, tries: refund.tries });
    deps.failpoint('refund.answered');
    await save(deps, { id, holdId: refund.holdId, amount }, heard);
    deps.failpoint('refund.recorded');
    if (heard.kind === 'refused') log.error({ refundId: id, reason: heard.reason }, 'a refund was refused: see to it');
  } catch (error) {
    if (!(error instanceof Unanswered)) log.error({ refundId: id, error }, 'a refund could not be paid');
    const tries = refund.tries + 1;
    await store.transaction((tx) =>
      tx.refund.updateMany({ where: { id, state: 'asked' }, data: { tries, nextTryAt: retryAt(now(), tries) } }),
    );
  }
}

interface Asked {
  id: string;
  holdId: string;
  amount: ReturnType<typeof money>;
}

const save = (deps: Deps, { id, holdId, amount }: Asked, heard: RefundHeard): Promise<void> =>
  deps.store.transaction(async (tx) => {
    const paid = heard.kind === 'refunded';
    const { count } = await tx.refund.updateMany({
      where: { id, state: 'asked' },
      data: {
        state: paid ? 'done' : 'failed',
        gatewayId: paid ? heard.gatewayId : null,
        nextTryAt: null,
        settledAt: deps.now(),
      },
    });
    if (count === 1 && paid) await book(tx, deps, refundPaidEntry(holdId, amount));
  });
