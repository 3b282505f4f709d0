import { type GiftState, isOpen } from '../../core/gifts/gift.ts';
import type { Tx } from '../../store/open-store.ts';
import type { Deps } from '../ports.ts';
import type { ClosedGift } from './gift-operations.ts';
import { type GiftRow, giftWithCertificate, toGift } from './gift-row.ts';

/** The gift behind a /g/ token while it waits for its answer; otherwise why it cannot be answered. */
export async function findOpenGift(
  tx: Tx,
  { keys, now }: Pick<Deps, 'keys' | 'now'>,
  token: string,
): Promise<{ kind: 'open'; row: GiftRow } | ClosedGift> {
  const row = await tx.gift.findUnique({ where: { tokenHash: keys.tokenHash(token) }, include: giftWithCertificate });
  if (!row) return { kind: 'unknown-gift' };
  const gift = toGift(row);
  return isOpen(gift, now()) ? { kind: 'open', row } : { kind: 'closed-gift', state: closedAs(gift.state) };
}

/** An offered gift that is not open has run out, whether or not the sweep has been by. */
export const closedAs = (state: GiftState): GiftState => (state === 'offered' ? 'lapsed' : state);
