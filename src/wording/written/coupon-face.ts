import { numberGroups } from '../../core/certificates/certificate.ts';
import type { CouponCardFacts, CouponFacts } from '../../core/coupons/card-facts.ts';
import { motifs, themes } from '../../core/coupons/look.ts';
import type { Offer } from '../../core/coupons/offer.ts';
import { writtenAmount } from './amounts.ts';
import { type CouponWords, couponWords } from './coupon-words.ts';
import { type DateWriter, dateWriter } from './dates.ts';
import { shopNameIn, type WrittenLanguage } from './language.ts';
import { shortOffer } from './offers.ts';

/** RC-09: what a coupon's card says, in one language. Throws a RangeError for a serial without a token. */
export function wordCoupon(facts: CouponCardFacts, language: WrittenLanguage, timeZone: string) {
  const { serial, token } = facts;
  if (serial === null) {
    const code = { kind: 'untracked' as const, token, mark: couponWords[language].showOrPrint };
    return { ...wordFacts(facts, false, language, timeZone), code };
  }
  if (token === null) throw new RangeError('a coupon with a serial has a token too');
  const code = { kind: 'tracked' as const, token, serial, serialGroups: numberGroups(serial) };
  return { ...wordFacts(facts, true, language, timeZone), code };
}

/** The same for the coupon maker, with no code that a till could take. */
export function wordCouponSample(facts: CouponFacts, tracked: boolean, language: WrittenLanguage, timeZone: string) {
  const { sample, showOrPrint } = couponWords[language];
  const code = { kind: 'sample' as const, word: sample, mark: tracked ? null : showOrPrint };
  return { ...wordFacts(facts, tracked, language, timeZone), code };
}

function wordFacts(facts: CouponFacts, tracked: boolean, language: WrittenLanguage, timeZone: string) {
  const words = couponWords[language];
  const dates = dateWriter(language, timeZone);
  const { offer, look } = facts;
  return {
    kind: 'coupon' as const,
    shopName: shopNameIn(language, facts.shopNames),
    title: offer.kind === 'ticket' ? words.tickets[offer.ticket] : words.kinds[offer.kind],
    offer: shortOffer(offer, facts.currency, language),
    lines: [...ticketLine(offer, dates), facts.title].filter((line) => line.trim() !== ''),
    validity: validity(facts, words, dates),
    terms: termsOf(facts, tracked, language),
    accent: themes[look.theme],
    motif: motifs[look.motif],
    language,
  };
}

function ticketLine(offer: Offer, dates: DateWriter): string[] {
  if (offer.kind !== 'ticket') return [];
  const starts = offer.startsAt === null ? [] : [dates.dayAndTime(offer.startsAt)];
  return [[...starts, ...(offer.seat === null ? [] : [offer.seat])].join(' · ')];
}

function validity({ validFrom, validUntil }: CouponFacts, words: CouponWords, dates: DateWriter): string {
  const from = validFrom === null ? null : dates.day(validFrom);
  if (validUntil === null) return from === null ? words.endless : words.validFrom(from);
  const until = dates.lastDay(validUntil);
  return from === null ? words.validUntil(until) : words.validBetween(from, until);
}

/** So many of a chain's shops are named; the rest are counted. */
const MOST_SHOPS = 5;

function termsOf(facts: CouponFacts, tracked: boolean, language: WrittenLanguage): string[] {
  const words = couponWords[language];
  const { currency, offer, leastSpendMinor, shops = [] } = facts;
  const written = (minor: bigint) => writtenAmount({ minor, currency }, language);
  const named = shops.slice(0, MOST_SHOPS).map((shop) => shopNameIn(language, shop));
  const terms = [
    leastSpendMinor !== null && leastSpendMinor > 0n ? words.leastSpend(written(leastSpendMinor)) : '',
    offer.kind === 'percentage' && offer.mostMinor !== null ? words.mostOff(written(offer.mostMinor)) : '',
    named.length > 0 ? words.takenAt(named, shops.length - named.length) : '',
    tracked ? words.once : '',
    facts.terms,
  ];
  return terms.filter((term) => term.trim() !== '');
}
