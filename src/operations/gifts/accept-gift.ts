import { midnightAfter } from '../../core/calendar.ts';
import { isPin } from '../../core/members/pin.ts';
import { Stale, type Tx } from '../../store/open-store.ts';
import { recordInShop } from '../certificates/shop-record.ts';
import { toPlain } from '../messages/plain-amount.ts';
import { namesOf } from '../messages/shop-names.ts';
import { tell } from '../messages/tell.ts';
import type { Deps } from '../ports.ts';
import { findOpenGift } from './find-open-gift.ts';
import type { GiftOperations } from './gift-operations.ts';
import { type GiftRow, recipientShown } from './gift-row.ts';

const firstCard = 1;

/** GC-10, GC-11, by a page. */
export const acceptGift =
  (deps: Deps): GiftOperations['acceptGift'] =>
  async ({ token, pin }) => {
    if (!isPin(pin)) return { kind: 'pin-format' };
    const outcome = await deps.store.transaction(async (tx) => {
      const found = await findOpenGift(tx, deps, token);
      if (found.kind !== 'open') return found;
      return { kind: 'accepted', pageToken: await accept(tx, deps, found.row, pin) } as const;
    });
    if (outcome.kind === 'accepted') {
      deps.failpoint('acceptance.saved');
      deps.nudge();
    }
    return outcome;
  };

/** Makes the certificate the recipient's own. Gives the token of its page. */
export async function accept(tx: Tx, deps: Deps, row: GiftRow, pin: string): Promise<string> {
  const { certificate } = row;
  const at = deps.now();
  const { count } = await tx.gift.updateMany({
    where: { id: row.id, state: 'offered', lapsesAt: { gt: at } },
    data: { state: 'accepted', decidedAt: at },
  });
  if (count === 0) throw new Stale();
  const { keys, limits } = deps;
  const pinSalt = keys.newSalt();
  const pageToken = keys.pageToken(certificate.id, firstCard);
  const expiresAt = midnightAfter(at, certificate.shop.validDays, limits.timeZone);
  await tx.certificate.update({
    where: { id: certificate.id, state: 'pending' },
    data: {
      state: 'active',
      pinSalt,
      pinHash: keys.pinHash(pin, pinSalt),
      cardVersion: firstCard,
      tokenHash: keys.tokenHash(keys.cardToken(certificate.id, firstCard)),
      pageHash: keys.tokenHash(pageToken),
      expiresAt,
      activatedAt: at,
    },
  });
  const { balance } = certificate;
  await recordInShop(tx, deps, certificate, { kind: 'accepted', amount: certificate.issued, balance });
  await tellOfAcceptance(tx, deps, row, expiresAt);
  deps.failpoint('acceptance.saving');
  return pageToken;
}

async function tellOfAcceptance(tx: Tx, deps: Deps, row: GiftRow, expiresAt: Date): Promise<void> {
  const { certificate } = row;
  const { currency, shop } = certificate;
  const what = { shop: namesOf(shop), amount: toPlain({ amount: certificate.issued, currency }) };
  await tell(tx, deps, {
    key: `card:${certificate.id}:${firstCard}`,
    recipient: row.recipientPhone,
    facts: {
      kind: 'card',
      ...what,
      certificateId: certificate.id,
      cardVersion: firstCard,
      number: certificate.number,
      expiresAt: expiresAt.toISOString(),
    },
  });
  const buyer = certificate.purchase.member.phone;
  if (buyer === row.recipientPhone) return;
  await tell(tx, deps, {
    key: `accepted:${row.id}`,
    recipient: buyer,
    facts: { kind: 'gift-accepted', ...what, recipient: recipientShown(row) },
  });
}
