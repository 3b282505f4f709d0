import { rollBackVoucher } from '../../core/coupons/voucher.ts';
import { commissionReversalEntry } from '../../core/ledger/entry.ts';
import { money, toCurrency } from '../../core/money.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { askAgain } from '../campaigns/ask-again.ts';
import { book } from '../ledger/book.ts';
import type { Deps } from '../ports.ts';
import { type FoundCoupon, toHeld, voucherAtTill } from './find-voucher.ts';
import { recordVoucher } from './record-voucher.ts';
import { tellOfVoucher } from './tell-of-voucher.ts';
import type { RollbackAnswer, Terminal } from './till-operations.ts';

/**
 * The use of a coupon is undone: its holder has it again, but for a sending that was stopped meanwhile, and the
 * commission goes back.
 */
export async function rollBackCoupon(
  tx: Tx,
  deps: Deps,
  { terminal, redemptionId }: { terminal: Terminal; redemptionId: string },
): Promise<RollbackAnswer> {
  const ofThisShop = { where: { id: redemptionId, shopId: terminal.shopId } };
  const named = await tx.voucherRedemption.findFirst(ofThisShop);
  if (!named) return { kind: 'unknown-redemption' };
  await tx.lock(`voucher:${named.voucherId ?? named.id}`);
  await lockSending(tx, named);
  // Read again: while we waited for the lock, another till may have rolled it back.
  const redemption = await tx.voucherRedemption.findFirstOrThrow(ofThisShop);
  const found = await foundOf(tx, redemption);
  const at = deps.now();
  const sendingStopped = found.campaign.state === 'stopped';
  const outcome = rollBackVoucher({ ...toHeld(found), sendingStopped }, redemption, at);
  if (outcome.kind !== 'rolled-back') return outcome;
  const undone = await tx.voucherRedemption.updateMany({
    where: { id: redemption.id, rolledBackAt: null },
    data: { rolledBackAt: at },
  });
  if (undone.count === 0) throw new Stale();
  const { voucher, campaign } = found;
  const currency = toCurrency(campaign.currency);
  const { state } = outcome;
  if (voucher) {
    const back = await tx.voucher.updateMany({
      where: { id: voucher.id, state: 'used' },
      data: { state, endedAt: state === 'withdrawn' ? at : null },
    });
    if (back.count === 0) throw new Stale();
    if (state === 'withdrawn') {
      await tx.campaign.updateMany({ where: { id: campaign.id }, data: { taken: { decrement: 1 } } });
      await askAgain(tx, campaign.id, voucher.customerId);
    }
  }
  if (redemption.commission > 0n) {
    await book(
      tx,
      deps,
      commissionReversalEntry(redemption.id, redemption.shopId, money(redemption.commission, currency)),
    );
  }
  await recordVoucher(tx, deps, found, { kind: 'coupon-rolled-back', off: redemption.off, terminal });
  const { id, shopId, off } = redemption;
  if (voucher) {
    const kind = state === 'withdrawn' ? 'coupon-withdrawn' : 'coupon-use-rolled-back';
    await tellOfVoucher(tx, deps, voucher, { kind, id, shopId, off, at });
  }
  return { kind: 'coupon-rolled-back', id, redemptionId, off: money(off, currency), state, at: at.toISOString() };
}

/** As whoever stops a sending does: it withdraws this coupon too, or it was stopped before we look. */
async function lockSending(tx: Tx, { campaignId }: { campaignId: string }): Promise<void> {
  const sending = await tx.publication.findUnique({ where: { campaignId }, include: { campaign: true } });
  if (!sending) return;
  await tx.lock(`demand:${sending.campaign.shopId}`);
  await tx.lock(`publication:${sending.id}`);
}

async function foundOf(
  tx: Tx,
  { voucherId, campaignId }: { voucherId: string | null; campaignId: string },
): Promise<FoundCoupon> {
  if (voucherId === null) {
    const campaign = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, include: { shop: true } });
    return { campaign, voucher: null };
  }
  const voucher = await tx.voucher.findUniqueOrThrow({ where: { id: voucherId }, include: voucherAtTill });
  return { campaign: voucher.campaign, voucher };
}
