import type { CardFace } from './card-face.ts';
import { INK, INK_SOFT, type Palette } from './colours.ts';
import { fitText, LEADING_EMS, type Room } from './fit-text.ts';
import type { PlacedGlyph, Shaper } from './shape-text.ts';
import { CODE_128_QUIET_MODULES, QR_QUIET_MODULES } from './symbols.ts';

/** The picture in pixels: upright, so that it fills a phone held in the hand. */
export const CARD = { width: 720, height: 1160, edge: 24, corner: 32, headEnd: 376, ruleY: 970 };

const MARGIN = 72;
const COLUMN = CARD.width - 2 * MARGIN;

/** The strip across the card in which texts are drawn: a little wider than the column, for glyphs that lean out. */
export const TILE = { x: MARGIN - 8, width: COLUMN + 16 };

/** 25 modules of 12 px. Shrunk to 320 px a module keeps 5 px, enough for a blurred and turned JPEG. */
export const QR_PLACE = { x: 210, y: 426, modulePx: 12, modules: 25, quietPx: 12 * QR_QUIET_MODULES };

/** 101 modules of 5 px; the white of the card beside it is wider than the quiet zone. */
export const CODE_128_PLACE = { x: 107, y: 774, modulePx: 5, heightPx: 76, quietPx: 5 * CODE_128_QUIET_MODULES };

/** A box of the card and how text stands in it. Boxes do not overlap, and `fitText` keeps text inside its box. */
export interface Place extends Omit<Room, 'width'> {
  name: string;
  paragraphs: string[];
  top: number;
  colour: string;
  align: 'left' | 'centre';
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

/** The texts of a card in their boxes. They are taken as they are: `checkedFace` comes before. */
export function placesOf(face: CardFace, colours: Palette): Place[] {
  const head = { weight: 'regular', colour: colours.onAccent, align: 'left' } as const;
  const body = { weight: 'regular', colour: INK, align: 'centre' } as const;
  return [
    {
      ...head,
      name: 'shopName',
      paragraphs: [face.shopName],
      top: 60,
      height: 66,
      size: 38,
      leastSize: 24,
      weight: 'bold',
    },
    {
      ...head,
      name: 'title',
      paragraphs: [face.title],
      top: 128,
      height: 40,
      size: 25,
      leastSize: 15,
      colour: colours.onAccentSoft,
    },
    {
      ...head,
      name: 'amount',
      paragraphs: [face.amount],
      top: 174,
      height: 124,
      size: 90,
      leastSize: 12,
      weight: 'bold',
      oneLine: true,
    },
    { ...head, name: 'from', paragraphs: [face.from], top: 302, height: 56, size: 27, leastSize: 20, personal: true },
    {
      ...body,
      name: 'number',
      paragraphs: [face.numberGroups.join('   ')],
      top: 858,
      height: 56,
      size: 40,
      leastSize: 12,
      weight: 'bold',
      personal: true,
      oneLine: true,
    },
    { ...body, name: 'validity', paragraphs: [face.validity], top: 916, height: 36, size: 23, leastSize: 13 },
    {
      ...body,
      name: 'terms',
      paragraphs: face.terms,
      top: 984,
      height: 132,
      size: 19,
      leastSize: 12,
      colour: INK_SOFT,
      align: 'left',
      dotted: true,
    },
  ];
}

/** Where each line of a text stands. */
export function setPlace(place: Place, shape: Shaper): SetLine[] {
  const indent = place.dotted ? DOT_INDENT : 0;
  const room: Room = { ...place, width: COLUMN - indent };
  const { size, lines } = fitText(place.paragraphs, room, shape);
  const leading = size * LEADING_EMS;
  const middle = place.top + (place.height - (lines.length - 1) * leading) / 2;
  return lines.map((line, index) => {
    const lineMiddle = middle + index * leading;
    return {
      glyphs: line.glyphs,
      x: place.align === 'left' ? MARGIN + indent : (CARD.width - line.width * size) / 2,
      baseline: lineMiddle + MIDDLE_TO_BASELINE_EMS * size,
      size,
      ...(place.dotted && line.first && { dot: { x: MARGIN + 4, y: lineMiddle, radius: 2.5 } }),
    };
  });
}
