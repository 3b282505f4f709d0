import { INK, INK_SOFT, type Palette } from '../colours.ts';
import { type Place, SHEET } from '../place.ts';
import { CODE_128_QUIET_MODULES, QR_QUIET_MODULES } from '../symbols.ts';
import type { CertificateFace } from './face.ts';

/** The picture in pixels. */
export const CARD = { ...SHEET, height: 1160, headEnd: 376, ruleY: 970 };

/** 25 modules of 12 px. Shrunk to 320 px a module keeps 5 px, enough for a blurred and turned JPEG. */
export const QR_PLACE = { x: 210, y: 426, modulePx: 12, modules: 25, quietPx: 12 * QR_QUIET_MODULES };

/** 101 modules of 5 px; the white of the card beside it is wider than the quiet zone. */
export const CODE_128_PLACE = { x: 107, y: 774, modulePx: 5, heightPx: 76, quietPx: 5 * CODE_128_QUIET_MODULES };

/** The texts of a card in their boxes. They are taken as they are: `checkedFace` comes before. */
export function placesOf(face: CertificateFace, colours: Palette): Place[] {
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
