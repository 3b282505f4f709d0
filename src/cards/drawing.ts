import { SYMBOL_SHADE } from './colours.ts';
import type { Language } from './fonts.ts';
import type { Place } from './place.ts';
import type { SymbolShape } from './symbols.ts';

/** A symbol and where its first module stands; `shade` is a grey, 0 (black) to 255. */
export interface PlacedSymbol {
  symbol: SymbolShape;
  x: number;
  y: number;
  moduleWidthPx: number;
  moduleHeightPx: number;
  shade: number;
}

/** Everything of a card, in the order in which it is laid: the ground, the texts, the symbols, what is stamped over them. */
export interface Drawing {
  language: Language;
  /** SVG without text. */
  ground: string;
  places: Place[];
  symbols: PlacedSymbol[];
  /** SVG without text, which must lie within the card. */
  stamp?: { svg: string; x: number; y: number };
}

export const qrAt = (symbol: SymbolShape, at: { x: number; y: number; modulePx: number }, shade = SYMBOL_SHADE) => ({
  symbol,
  x: at.x,
  y: at.y,
  moduleWidthPx: at.modulePx,
  moduleHeightPx: at.modulePx,
  shade,
});

export const barsAt = (
  symbol: SymbolShape,
  at: { x: number; y: number; modulePx: number; heightPx: number },
  shade = SYMBOL_SHADE,
) => ({ symbol, x: at.x, y: at.y, moduleWidthPx: at.modulePx, moduleHeightPx: at.heightPx, shade });
