import type { Drawing } from './drawing.ts';
import type { Language } from './fonts.ts';
import { latest } from './latest.ts';
import { pathOf } from './outline.ts';
import { type Place, setPlace, TILE } from './place.ts';
import { fillSymbol, layOver, type Raster, rasterise } from './raster.ts';
import type { Shaper } from './shape-text.ts';

/** Nine cards without their persons, of 2.5 to 3 MB each; three grounds; texts take between 80 and 300 KB. */
const MOST_BYTES = { unaddressed: 26_000_000, grounds: 9_000_000, texts: 10_000_000 };

/**
 * Texts as outlines, one below the other, each cut off at its box. The SVG holds no text element, so nothing that anyone
 * wrote can be read as markup.
 */
function textSvg(places: Place[], shape: Shaper): string {
  const { x, width } = TILE;
  let height = 0;
  const texts = places.map((place) => {
    const lines = setPlace(place, shape).map((line) => {
      const dot = line.dot ? `<circle cx="${line.dot.x}" cy="${line.dot.y}" r="${line.dot.radius}"/>` : '';
      return `${dot}<path d="${pathOf(line.glyphs, line)}"/>`;
    });
    const box = `y="${height}" width="${width}" height="${place.height}" viewBox="${x} ${place.top} ${width} ${place.height}"`;
    height += place.height;
    return `<svg ${box} fill="${place.colour}">${lines.join('')}</svg>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${texts.join('')}</svg>`;
}

/** Lays texts, drawn one below the other, each into its own box. */
function layTexts(card: Raster, drawn: Raster, places: Place[]): void {
  let row = 0;
  for (const { top, height } of places) {
    const bytes = drawn.width * 4;
    const data = drawn.data.subarray(row * bytes, (row + height) * bytes);
    layOver(card, { ...drawn, data, height }, { x: TILE.x, y: top });
    row += height;
  }
}

export type Compose = (drawing: Drawing) => Promise<Raster>;

/**
 * Composes cards from a ground, texts and symbols. Drawing text costs most, and a shop's cards share most of it: what
 * is the shop's is kept drawn, what is a person's (name, number, token) never is.
 */
export function composer(shapers: Record<Language, Shaper>): Compose {
  const bytesOf = (raster: Raster) => raster.data.byteLength;
  const kept = {
    unaddressed: latest(MOST_BYTES.unaddressed, bytesOf),
    grounds: latest(MOST_BYTES.grounds, bytesOf),
    texts: latest(MOST_BYTES.texts, bytesOf),
  };

  const copy = (raster: Raster): Raster => ({ ...raster, data: Buffer.from(raster.data) });
  const drawTexts = (places: Place[], language: Language) => rasterise(textSvg(places, shapers[language]), 4);

  async function drawUnaddressed(svg: string, places: Place[], language: Language): Promise<Raster> {
    const [ground, ...texts] = await Promise.all([
      kept.grounds(svg, () => rasterise(svg, 3)),
      ...places.map((place) => kept.texts(JSON.stringify([language, place]), () => drawTexts([place], language))),
    ]);
    const card = copy(ground);
    for (const [index, text] of texts.entries()) layTexts(card, text, places.slice(index, index + 1));
    return card;
  }

  return async ({ language, ground, places, symbols, stamp }) => {
    const shared = places.filter((place) => !place.personal);
    const personal = places.filter((place) => place.personal);
    const key = JSON.stringify([language, ground, shared]);
    const [unaddressed, texts, stamped] = await Promise.all([
      kept.unaddressed(key, () => drawUnaddressed(ground, shared, language)),
      personal.length > 0 ? drawTexts(personal, language) : null,
      stamp ? kept.texts(stamp.svg, () => rasterise(stamp.svg, 4)) : null,
    ]);
    const card = copy(unaddressed);
    if (texts) layTexts(card, texts, personal);
    for (const symbol of symbols) fillSymbol(card, symbol);
    if (stamped && stamp) layOver(card, stamped, stamp);
    return card;
  };
}
