import { type CardFace, checkedFace } from './card-face.ts';
import { composer } from './compose.ts';
import { encodePicture, type PictureFormat } from './encode.ts';
import { loadFonts } from './fonts.ts';

export type { CardFace } from './card-face.ts';

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
  const compose = composer(await loadFonts(assetsDir));
  return async (face, as) => encodePicture(await compose(checkedFace(face)), as);
}
