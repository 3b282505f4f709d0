import { Stale, type Tx } from '../../store/open-store.ts';
import { takeBack } from '../certificates/take-back.ts';
import { toPlain } from '../messages/plain-amount.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import { findOpenGift } from './find-open-gift.ts';
import type { GiftOperations } from './gift-operations.ts';
import { type GiftRow, recipientShown } from './gift-row.ts';

/** GC-16, by a page. */
export const refuseGift =
  (deps: Deps): GiftOperations['refuseGift'] =>
  async ({ token }) => {
    const outcome = await deps.store.transaction(async (tx) => {
      const found = await findOpenGift(tx, deps, token);
      if (found.kind !== 'open') return found;
      await close(tx, deps, found.row, 'refused');
      deps.failpoint('refusal.saving');
      return { kind: 'refused' } as const;
    });
    if (outcome.kind === 'refused') {
      deps.failpoint('refusal.saved');
      deps.nudge();
    }
    return outcome;
  };

/** Ends an offered gift without a holder: the certificate is taken back, and the buyer hears of it and of the refund. */
export async function close(tx: Tx, deps: Deps, row: GiftRow, as: 'refused' | 'lapsed'): Promise<void> {
  const { certificate } = row;
  const { count } = await tx.gift.updateMany({
    where: { id: row.id, state: 'offered' },
    data: { state: as, decidedAt: deps.now() },
  });
  if (count === 0) throw new Stale();
  const taken = await takeBack(tx, deps, { ...certificate, purchase: { holdId: certificate.purchase.holdId } }, as);
  if (taken.kind !== 'given-back') throw new Error(`an offered gift's certificate cannot be taken back: ${taken.kind}`);
  const { currency, shop } = certificate;
  await tell(tx, deps, {
    key: `${as}:${row.id}`,
    recipient: certificate.purchase.member.phone,
    facts: {
      kind: as === 'refused' ? 'gift-refused' : 'gift-lapsed',
      shop: namesOf(shop),
      amount: toPlain({ amount: certificate.issued, currency }),
      recipient: recipientShown(row),
    },
  });
}
