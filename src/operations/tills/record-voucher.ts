import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { FoundCoupon } from './find-voucher.ts';
import type { Terminal } from './till-operations.ts';

interface Happening {
  kind: 'coupon-used' | 'coupon-rolled-back';
  off: bigint;
  terminal: Terminal;
}

/** EC-08: the shop where it happened and the shop that issued it each have it in their register. */
export async function recordVoucher(
  tx: Tx,
  { now, newId }: Deps,
  { campaign, voucher }: FoundCoupon,
  { kind, off, terminal }: Happening,
): Promise<void> {
  const shopIds = new Set([terminal.shopId, campaign.shopId]);
  await tx.shopRecord.createMany({
    data: [...shopIds].map((shopId) => ({
      id: newId(),
      shopId,
      kind,
      certificateNumber: voucher?.serial ?? '',
      amount: off,
      balance: 0n,
      currency: campaign.currency,
      buyerName: null,
      memberNumber: null,
      recipientName: null,
      terminalId: terminal.id,
      at: now(),
    })),
  });
}
