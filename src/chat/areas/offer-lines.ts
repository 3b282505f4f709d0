import type { OfferView } from '../../operations/coupons/coupon-operations.ts';
import { type Html, html, lines } from '../html.ts';
import type { Turn } from '../turn.ts';

const mostTerms = 600;

/** What a coupon gives, where and how long. */
export function offerLines(
  { words, pen }: Turn,
  offer: Omit<OfferView, 'left' | 'deadline' | 'validDays'>,
  at: Date,
): Html {
  const { fetching } = words;
  const { shops, shop, leastSpend, terms } = offer;
  return lines(
    html`<b>${pen.offer(offer.offer, offer.currency)}</b>`,
    html`${pen.name(offer.title)}`,
    fetching.at(pen.list((shops.length > 0 ? shops : [shop]).slice(0, 10).map(pen.shop))),
    leastSpend && fetching.leastSpend(pen.amount(leastSpend)),
    offer.validFrom > at && fetching.validFrom(pen.day(offer.validFrom)),
    terms !== '' && html`<i>${terms.slice(0, mostTerms)}</i>`,
  );
}
