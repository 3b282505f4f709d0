import type { Offer } from '../core/coupons/offer.ts';
import type { Want } from '../core/coupons/want.ts';
import type { ShopNames } from '../core/messages/message-facts.ts';
import { type Currency, type Money, toCurrency } from '../core/money.ts';
import { writtenAmount } from '../wording/written/amounts.ts';
import { dateWriter } from '../wording/written/dates.ts';
import { shopNameIn, type WrittenLanguage } from '../wording/written/language.ts';
import { shortName } from '../wording/written/names.ts';
import { writtenOffer, writtenWant } from '../wording/written/offers.ts';

/** Writes what is written alike everywhere, in one language. */
export interface Pen {
  amount(amount: Money): string;
  day(at: Date): string;
  moment(at: Date): string;
  /** Of something that ends at an instant. */
  lastDay(at: Date): string;
  /** Things named one after another. */
  list(names: readonly string[]): string;
  /** On one line, and not too long. */
  name(name: string): string;
  shop(shop: ShopNames): string;
  offer(offer: Offer, currency: string): string;
  want(want: Want, currency: Currency): string;
}

export function penFor(language: WrittenLanguage, timeZone: string): Pen {
  const dates = dateWriter(language, timeZone);
  return {
    amount: (amount) => writtenAmount(amount, language),
    day: dates.day,
    moment: dates.moment,
    lastDay: dates.lastDay,
    list: (names) => names.join(language === 'ja' ? '、' : ', '),
    name: (name) => shortName(name),
    shop: (shop) => shortName(shopNameIn(language, shop) || shop.name),
    offer: (offer, currency) => shortName(writtenOffer(offer, toCurrency(currency), language)),
    want: (want, currency) =>
      writtenWant(want.kind === 'amount' ? { ...want, minor: String(want.minor) } : want, currency, language),
  };
}
