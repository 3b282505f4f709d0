import { money, toCurrency } from '../../core/money.ts';
import { namesOf } from '../messages/shop-names.ts';
import type { Deps } from '../ports.ts';
import type { GiftOperations } from './gift-operations.ts';

const mostShown = 20;

export const giftsFor =
  ({ store, keys, now }: Deps): GiftOperations['giftsFor'] =>
  async (phone) => {
    const rows = await store.read.gift.findMany({
      where: { recipientPhone: phone, state: 'offered', lapsesAt: { gt: now() } },
      include: { certificate: { include: { shop: true, purchase: { select: { greeting: true } } } } },
      orderBy: { number: 'asc' },
      take: mostShown,
    });
    return rows.map(({ id, number, lapsesAt, certificate }) => ({
      id,
      number,
      token: keys.giftToken(id),
      shop: namesOf(certificate.shop),
      amount: money(certificate.issued, toCurrency(certificate.currency)),
      buyerName: certificate.buyerName,
      lapsesAt,
      hasGreeting: certificate.purchase.greeting !== null,
    }));
  };

export const giftTokenFor =
  ({ store, keys }: Deps): GiftOperations['giftTokenFor'] =>
  async (phone, giftId) => {
    const gift = await store.read.gift.findUnique({ where: { id: giftId }, select: { recipientPhone: true } });
    return gift?.recipientPhone === phone ? keys.giftToken(giftId) : null;
  };
