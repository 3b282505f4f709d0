import { fitText, LEADING_EMS, type Room } from './fit-text.ts';
import type { PlacedGlyph, Shaper } from './shape-text.ts';

/** What every card shares, in pixels: upright, so that it fills a phone held in the hand. */
export const SHEET = { width: 720, edge: 24, corner: 32 };

export const MARGIN = 72;
export const COLUMN = SHEET.width - 2 * MARGIN;

/** The strip across the card in which texts are drawn: a little wider than the column, for glyphs that lean out. */
export const TILE = { x: MARGIN - 8, width: COLUMN + 16 };

/** A box of the card and how text stands in it. Boxes do not overlap, and `fitText` keeps text inside its box. */
export interface Place extends Omit<Room, 'width'> {
  name: string;
  paragraphs: string[];
  top: number;
  /** The whole column, where not said otherwise. */
  left?: number;
  width?: number;
  colour: string;
  align: 'left' | 'centre';
  /** Where the lines stand when the box is higher than they need; in its middle, where not said otherwise. */
  from?: 'top';
  dotted?: boolean;
  /** It says something of one person, so its drawing is not kept. */
  personal?: boolean;
}

export interface SetLine {
  glyphs: PlacedGlyph[];
  x: number;
  baseline: number;
  size: number;
  /** Where the dot before a paragraph stands, if the line begins one. */
  dot?: { x: number; y: number; radius: number };
}

/** From the middle of a line up to half the height of capitals and Hangul, in ems. */
const MIDDLE_TO_BASELINE_EMS = 0.36;
const DOT_INDENT = 20;

/** Where each line of a text stands. */
export function setPlace(place: Place, shape: Shaper): SetLine[] {
  const { left = MARGIN, width = COLUMN } = place;
  const indent = place.dotted ? DOT_INDENT : 0;
  const room: Room = { ...place, width: width - indent };
  const { size, lines } = fitText(place.paragraphs, room, shape);
  const leading = size * LEADING_EMS;
  const spare = place.from === 'top' ? leading : place.height - (lines.length - 1) * leading;
  const middle = place.top + spare / 2;
  return lines.map((line, index) => {
    const lineMiddle = middle + index * leading;
    return {
      glyphs: line.glyphs,
      x: place.align === 'left' ? left + indent : left + (width - line.width * size) / 2,
      baseline: lineMiddle + MIDDLE_TO_BASELINE_EMS * size,
      size,
      ...(place.dotted && line.first && { dot: { x: left + 4, y: lineMiddle, radius: 2.5 } }),
    };
  });
}
