import type { DrawCard } from './cards/card.ts';
import { fontFiles } from './cards/font-files.ts';
import type { PicturePaths } from './outbox/message-links.ts';
import { sealCardAddress } from './web/card-url.ts';
import type { DrawCardOf, DrawCoupons } from './web/send-card.ts';
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
export const couponPictures = (draw: DrawCard, timeZone: string): DrawCoupons => ({
  card: (facts, locale, format) =>
    draw(wordCoupon(facts, languageOfLocale(locale), timeZone), { format, maxBytes: mostBytes }),
  /** With 견본 across, and no code that a till reads. */
  sample: (facts, tracked, locale) =>
    draw(wordCouponSample(facts, tracked, languageOfLocale(locale), timeZone), { format: 'jpeg', maxBytes: mostBytes }),
});

/**
 * The unguessable, expiring paths that a carrier fetches pictures from. `couponKey` is not `cardKey`, so that the one's
 * address opens nothing of the other; whose coupon it is, stands before its id: v- one person's, c- everybody's, t- a draft.
 */
export function picturePaths(cardKey: Buffer, couponKey: Buffer, now: () => Date): PicturePaths {
  const sealed = (certificateId: string, cardVersion: number, key: Buffer) => {
    const expiresAt = new Date(now().getTime() + openForMs);
    return sealCardAddress({ certificateId, cardVersion, expiresAt }, key);
  };
  const coupon = (id: string, version: number) => `/coupons/${sealed(id, version, couponKey)}.jpg`;
  return {
    card: (certificateId, cardVersion) => `/cards/${sealed(certificateId, cardVersion, cardKey)}.jpg`,
    coupon: ({ campaignId, voucherId, cardVersion }) =>
      coupon(voucherId === null ? `c-${campaignId}` : `v-${voucherId}`, cardVersion),
    testCard: (campaignId, version) => coupon(`t-${campaignId}`, version),
  };
}
