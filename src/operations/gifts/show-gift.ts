import { isOpen } from '../../core/gifts/gift.ts';
import { money, toCurrency } from '../../core/money.ts';
import type { Deps } from '../ports.ts';
import { closedAs } from './find-open-gift.ts';
import type { GiftOperations } from './gift-operations.ts';
import { toGift } from './gift-row.ts';

export const showGift =
  ({ store, keys, now }: Deps): GiftOperations['showGift'] =>
  async (token) => {
    const row = await store.read.gift.findUnique({
      where: { tokenHash: keys.tokenHash(token) },
      include: { certificate: { include: { shop: true, purchase: { select: { greeting: true } } } } },
    });
    if (!row) return { kind: 'unknown-gift' };
    const { certificate } = row;
    const offer = await store.read.outboxMessage.findUnique({ where: { key: `offer:${row.id}` } });
    const gift = toGift(row);
    return {
      kind: 'gift',
      gift: {
        state: isOpen(gift, now()) ? 'offered' : closedAs(gift.state),
        shop: { name: certificate.shop.name, nameEn: certificate.shop.nameEn },
        amount: money(certificate.issued, toCurrency(certificate.currency)),
        buyerName: certificate.buyerName,
        lapsesAt: row.lapsesAt,
        locale: offer?.locale ?? 'ko',
        hasGreeting: certificate.purchase.greeting !== null,
      },
    };
  };

/** The spoken greeting behind the token of a gift's or a certificate's page. */
export const greetingOf =
  ({ store, keys }: Deps): GiftOperations['greetingOf'] =>
  async (token) => {
    const hash = keys.tokenHash(token);
    const certificate = await store.read.certificate.findFirst({
      where: { OR: [{ pageHash: hash }, { gift: { tokenHash: hash } }] },
      select: { purchase: { select: { greeting: true } } },
    });
    return certificate?.purchase.greeting ?? null;
  };
