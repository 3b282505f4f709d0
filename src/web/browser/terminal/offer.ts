import type { Offer } from '../../../core/coupons/offer.ts';
import type { CouponBody } from './ask-till.ts';
import type { Speech } from './surroundings.ts';

/** An offer as the API tells it, in the core's own form. */
export function toOffer(offer: CouponBody['offer']): Offer {
  switch (offer.kind) {
    case 'percentage':
      return { ...offer, mostMinor: offer.most === null ? null : BigInt(offer.most) };
    case 'amount':
    case 'fixed-value':
      return { kind: offer.kind, minor: BigInt(offer.amount) };
    case 'gift-item':
    case 'ticket':
      return offer;
  }
}

type Ticket = Extract<CouponBody['offer'], { kind: 'ticket' }>;

/** A ticket in a line: what for, when, and which seat. */
export const describeTicket = ({ event, startsAt, seat }: Ticket, { moment }: Pick<Speech, 'moment'>): string =>
  [event, startsAt && moment(startsAt), seat].filter(Boolean).join(', ');
