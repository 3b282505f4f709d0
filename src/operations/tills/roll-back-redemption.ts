import { rollBack } from '../../core/certificates/roll-back.ts';
import { rollbackEntry } from '../../core/ledger/entry.ts';
import { money } from '../../core/money.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { toCertificate } from '../certificates/certificate-row.ts';
import { recordInShop } from '../certificates/shop-record.ts';
import { book } from '../ledger/book.ts';
import type { Deps } from '../ports.ts';
import { answerOnce } from './answer-once.ts';
import { certificateAtTill } from './find-certificate.ts';
import { rollBackCoupon } from './roll-back-voucher.ts';
import { tellOfUse } from './tell-of-use.ts';
import type { RollbackAnswer, TillOperations } from './till-operations.ts';

type Ask = Parameters<TillOperations['rollBackRedemption']>[0];

export const rollBackRedemption =
  (deps: Deps): TillOperations['rollBackRedemption'] =>
  async (ask) => {
    const answered = await deps.store.transaction((tx) => answerOnce(tx, deps, ask, () => rollBackAt(tx, deps, ask)));
    const kind = answered.kind === 'answer' ? answered.answer.kind : null;
    if (kind === 'rolled-back' || kind === 'coupon-rolled-back') {
      deps.failpoint('rollback.saved');
      deps.nudge();
    }
    return answered;
  };

async function rollBackAt(tx: Tx, deps: Deps, { terminal, redemptionId }: Ask): Promise<RollbackAnswer> {
  const ofThisShop = { where: { id: redemptionId, shopId: terminal.shopId } };
  const named = await tx.redemption.findFirst(ofThisShop);
  if (!named) return rollBackCoupon(tx, deps, { terminal, redemptionId });
  await tx.lock(`certificate:${named.certificateId}`);
  // Read again: while we waited for the lock, another till may have rolled it back.
  const redemption = await tx.redemption.findFirstOrThrow(ofThisShop);
  const row = await tx.certificate.findUniqueOrThrow({
    where: { id: redemption.certificateId },
    include: certificateAtTill,
  });
  const at = deps.now();
  const outcome = rollBack(toCertificate(row), redemption, at);
  if (outcome.kind !== 'rolled-back') return outcome;
  const undone = await tx.redemption.updateMany({
    where: { id: redemption.id, rolledBackAt: null },
    data: { rolledBackAt: at },
  });
  const restored = await tx.certificate.updateMany({
    where: { id: row.id, state: row.state, balance: row.balance },
    data: { balance: outcome.balance.minor, state: outcome.state, endedAt: null },
  });
  if (undone.count === 0 || restored.count === 0) throw new Stale();
  const { balance } = outcome;
  const amount = money(redemption.amount, balance.currency);
  await book(tx, deps, rollbackEntry(redemption.id, row.id, row.shopId, amount));
  await recordInShop(tx, deps, row, {
    kind: 'rolled-back',
    amount: amount.minor,
    balance: balance.minor,
    terminalId: terminal.id,
  });
  await tellOfUse(tx, deps, row, { kind: 'use-rolled-back', key: `rolled-back:${redemption.id}`, at, amount, balance });
  deps.failpoint('rollback.saving');
  return { kind: 'rolled-back', id: redemption.id, redemptionId, amount, balance, at: at.toISOString() };
}
