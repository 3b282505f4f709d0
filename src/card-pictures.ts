import type { DrawCard } from './cards/card.ts';
import { fontFiles } from './cards/font-files.ts';
import type { CouponCardFacts, CouponFacts } from './core/coupons/card-facts.ts';
import { sealCardAddress } from './web/card-url.ts';
import type { CardFormat, DrawCardOf } from './web/send-card.ts';
import { wordCard } from './wording/written/card-face.ts';
import { wordCoupon, wordCouponSample } from './wording/written/coupon-face.ts';
import { languageOfLocale } from './wording/written/language.ts';

/** What carriers take in an MMS at most. */
const mostBytes = 300_000;
/** A carrier fetches the picture within minutes; after this its address is dead. */
const openForMs = 3 * 86_400_000;

/** Fonts and drawing take some 50 MB, and are loaded with the first card. Throws at once when a font is missing. */
export function paintLater(assetsDir: string): DrawCard {
  fontFiles(assetsDir);
  let opened: Promise<DrawCard> | undefined;
  return async (face, as) => {
    opened ??= import('./cards/card.ts').then(({ cardPainter }) => cardPainter({ assetsDir }));
    return (await opened)(face, as);
  };
}

/** Words a card in its holder's language and draws it. */
export const cardPictures =
  (draw: DrawCard, timeZone: string): DrawCardOf =>
  (facts, format) =>
    draw(wordCard(facts, languageOfLocale(facts.locale), timeZone), { format, maxBytes: mostBytes });

/** RC-09: a coupon's card in its holder's language, and what the coupon maker shows of it while it is made. */
export const couponPictures = (draw: DrawCard, timeZone: string) => ({
  card: (facts: CouponCardFacts, locale: string, format: CardFormat) =>
    draw(wordCoupon(facts, languageOfLocale(locale), timeZone), { format, maxBytes: mostBytes }),
  /** With 견본 across, and no code that a till reads. */
  sample: (facts: CouponFacts, tracked: boolean, locale: string) =>
    draw(wordCouponSample(facts, tracked, languageOfLocale(locale), timeZone), { format: 'jpeg', maxBytes: mostBytes }),
});

/** The unguessable, expiring path that a carrier fetches a card's picture from. */
export const cardPaths =
  (pictureKey: Buffer, now: () => Date) =>
  (certificateId: string, cardVersion: number): string => {
    const expiresAt = new Date(now().getTime() + openForMs);
    return `/cards/${sealCardAddress({ certificateId, cardVersion, expiresAt }, pictureKey)}.jpg`;
  };
