import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';

export type RecordKind = 'sold' | 'accepted' | 'used' | 'rolled-back' | 'cancelled' | 'expired';

interface Recorded {
  shopId: string;
  number: string;
  currency: string;
  buyerName: string;
  holderName: string | null;
}

interface Happening {
  kind: RecordKind;
  amount: bigint;
  balance: bigint;
  memberNumber?: string;
  terminalId?: string;
}

/** A line in the shop's own register (GC-08, GC-11, GC-14), in the transaction of what it records. */
export async function recordInShop(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  certificate: Recorded,
  happening: Happening,
): Promise<void> {
  await tx.shopRecord.create({
    data: {
      id: newId(),
      shopId: certificate.shopId,
      certificateNumber: certificate.number,
      currency: certificate.currency,
      buyerName: certificate.buyerName,
      recipientName: certificate.holderName,
      at: now(),
      ...happening,
    },
  });
}
