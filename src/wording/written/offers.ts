import type { Offer } from '../../core/coupons/offer.ts';
import type { PlainWant } from '../../core/messages/message-facts.ts';
import type { Currency } from '../../core/money.ts';
import { writtenAmount } from './amounts.ts';
import { couponWords } from './coupon-words.ts';
import type { WrittenLanguage } from './language.ts';
import { shortName } from './names.ts';

/** What a coupon gives, in the few words that a card shows large: 20% 할인, 1,000원권, 아메리카노 1잔. */
export function shortOffer(offer: Offer, currency: Currency, language: WrittenLanguage): string {
  const words = couponWords[language];
  switch (offer.kind) {
    case 'percentage':
      return words.percentOff(offer.percent);
    case 'amount':
      return words.amountOff(writtenAmount({ minor: offer.minor, currency }, language));
    case 'gift-item':
      return words.giftItem(offer.item);
    case 'fixed-value':
      return words.worth(writtenAmount({ minor: offer.minor, currency }, language));
    case 'ticket':
      return offer.event;
  }
}

/** The same for a message or a list, where nothing else is read beside it. */
export function writtenOffer(offer: Offer, currency: Currency, language: WrittenLanguage): string {
  const words = couponWords[language];
  const short = shortOffer(offer, currency, language);
  if (offer.kind === 'ticket') return `${short} ${words.tickets[offer.ticket]}`;
  if (offer.kind !== 'percentage' || offer.mostMinor === null) return short;
  return short + upTo(writtenAmount({ minor: offer.mostMinor, currency }, language), language);
}

const upTo = (amount: string, language: WrittenLanguage): string =>
  ({ ko: ` (최대 ${amount})`, en: ` (up to ${amount})`, ja: `(最大${amount})` })[language];

/** What somebody asks a shop for; a thing in their own words, as a quotation. */
export function writtenWant(want: PlainWant, currency: Currency, language: WrittenLanguage): string {
  if (want.kind === 'gift-item') return quotation(shortName(want.item), language);
  if (want.kind === 'amount') return shortOffer({ kind: 'amount', minor: BigInt(want.minor) }, currency, language);
  return shortOffer({ ...want, mostMinor: null }, currency, language);
}

const quotation = (words: string, language: WrittenLanguage): string =>
  ({ ko: `‘${words}’`, en: `“${words}”`, ja: `「${words}」` })[language];
