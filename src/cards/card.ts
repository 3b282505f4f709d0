import { type CardFace, checkedFace } from './card-face.ts';
import { certificateDrawing } from './certificate/drawing.ts';
import { composer } from './compose.ts';
import { couponDrawing } from './coupon/drawing.ts';
import { encodePicture, type PictureFormat } from './encode.ts';
import { loadFonts } from './fonts.ts';
import { shapersOf } from './shape-text.ts';

export type { CardFace, CertificateFace, CouponFace } from './card-face.ts';

export interface CardPicture {
  picture: Buffer;
  contentType: string;
  /** In pixels, as the height. */
  width: number;
  height: number;
}

/**
 * Draws a card in at most `maxBytes` bytes. Throws a RangeError for a face that no card may carry (see `checkedFace`),
 * and where no quality fits the bytes: both are faults of the caller.
 */
export type DrawCard = (face: CardFace, as: { format: PictureFormat; maxBytes: number }) => Promise<CardPicture>;

/** Opens the fonts under `<assetsDir>/fonts` once and gives the drawing of cards; throws when a font is missing. */
export async function cardPainter({ assetsDir }: { assetsDir: string }): Promise<DrawCard> {
  const shapers = shapersOf(await loadFonts(assetsDir));
  const compose = composer(shapers);
  return async (given, as) => {
    const face = checkedFace(given);
    const drawing =
      face.kind === 'certificate' ? certificateDrawing(face) : couponDrawing(face, shapers[face.language]);
    return encodePicture(await compose(drawing), as);
  };
}
