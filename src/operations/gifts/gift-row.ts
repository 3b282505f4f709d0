import type { Gift, GiftState } from '../../core/gifts/gift.ts';
import { maskedPhone } from '../../core/phone.ts';
import type { Tx } from '../../store/open-store.ts';

/** A gift with all that deciding on it and telling of it needs. */
export const giftWithCertificate = {
  certificate: {
    include: {
      shop: true,
      purchase: { include: { member: { select: { phone: true } }, hold: { select: { id: true } } } },
    },
  },
} as const;

const findOne = (tx: Tx) => tx.gift.findFirstOrThrow({ include: giftWithCertificate });

export type GiftRow = Awaited<ReturnType<typeof findOne>>;

export const toGift = <R extends { id: string; number: number; state: string; lapsesAt: Date; decidedAt: Date | null }>(
  row: R,
): R & Gift => ({
  ...row,
  state: row.state as GiftState,
});

/** What the buyer may see of the recipient. */
export const recipientShown = ({ certificate }: Pick<GiftRow, 'certificate'>): string =>
  certificate.holderName ?? maskedPhone(certificate.holderPhone);
