import { INK, type Palette } from '../colours.ts';
import { MARGIN, type Place, SHEET } from '../place.ts';
import { CODE_128_QUIET_MODULES, QR_QUIET_MODULES } from '../symbols.ts';
import type { CouponCode, CouponFace } from './face.ts';

/** The picture in pixels. The head ends in an awning's scallops, `scallop` below `headEnd` at their deepest. */
export const COUPON = { ...SHEET, headEnd: 432, scallop: 24 };

/** As on a certificate: 25 modules of 12 px. */
export const COUPON_QR = { x: 210, y: 512, modulePx: 12, modules: 25, quietPx: 12 * QR_QUIET_MODULES };
export const COUPON_BARS = { x: 107, y: 864, modulePx: 5, heightPx: 64, quietPx: 5 * CODE_128_QUIET_MODULES };

/** The disc with the motif, at the right of the head. */
export const DISC = { x: 590, y: 122, radius: 58 };
/** Between the shop's name and the disc. */
const BESIDE_DISC = DISC.x - DISC.radius - 20 - MARGIN;

/** Where people cut: the scissors stand in the dashed line around the card. */
export const CUT = { inset: 11, scissors: { x: MARGIN, width: 30, height: 22 } };

/** What is below the symbols, and so depends on them. */
export interface Foot {
  /** The box around the mark "show or print". */
  mark: { top: number; height: number } | null;
  validityTop: number;
  ruleY: number;
  /** Of the whole card. */
  height: number;
}

type Shape = 'tracked' | 'untracked' | 'codeless';

const feet: Record<Shape, Foot> = {
  tracked: { mark: null, validityTop: 990, ruleY: 1052, height: 1372 },
  untracked: { mark: { top: 862, height: 66 }, validityTop: 946, ruleY: 1010, height: 1330 },
  codeless: { mark: { top: 500, height: 84 }, validityTop: 610, ruleY: 676, height: 996 },
};

function shapeOf(code: CouponCode): Shape {
  switch (code.kind) {
    case 'tracked':
      return 'tracked';
    case 'untracked':
      return code.token === null ? 'codeless' : 'untracked';
    case 'sample':
      return code.mark === null ? 'tracked' : 'untracked';
  }
}

export const footOf = (code: CouponCode): Foot => feet[shapeOf(code)];

/** The texts of a coupon in their boxes. They are taken as they are: `checkedFace` comes before. */
export function couponPlaces(face: CouponFace, colours: Palette): Place[] {
  return [...headPlaces(face, colours), ...codePlaces(face.code), ...footPlaces(face), scissors];
}

function headPlaces(face: CouponFace, colours: Palette): Place[] {
  const head = { weight: 'regular', colour: colours.onAccent, align: 'left' } as const;
  return [
    {
      ...head,
      name: 'title',
      paragraphs: [face.title],
      top: 56,
      height: 44,
      width: BESIDE_DISC,
      size: 27,
      leastSize: 18,
      colour: colours.onAccentSoft,
    },
    {
      ...head,
      name: 'shopName',
      paragraphs: [face.shopName],
      top: 100,
      height: 82,
      width: BESIDE_DISC,
      size: 40,
      leastSize: 26,
      weight: 'bold',
    },
    {
      ...head,
      name: 'motif',
      paragraphs: [face.motif],
      top: DISC.y - DISC.radius,
      height: 2 * DISC.radius,
      left: DISC.x - 44,
      width: 88,
      size: 66,
      leastSize: 20,
      colour: colours.onPaper,
      align: 'centre',
      oneLine: true,
    },
    {
      ...head,
      name: 'offer',
      paragraphs: [face.offer],
      top: 194,
      height: 152,
      size: 108,
      leastSize: 36,
      weight: 'bold',
    },
    { ...head, name: 'lines', paragraphs: face.lines, top: 346, height: 80, size: 28, leastSize: 21 },
  ];
}

function codePlaces(code: CouponCode): Place[] {
  const { mark } = footOf(code);
  const body = { weight: 'bold', colour: INK, align: 'centre', oneLine: true } as const;
  if (code.kind === 'tracked') {
    const serial = { ...body, name: 'serial', personal: true, size: 40, leastSize: 12 };
    return [{ ...serial, paragraphs: [code.serialGroups.join('   ')], top: 934, height: 54 }];
  }
  if (!mark || code.mark === null) return [];
  const inset = { left: MARGIN + 20, width: SHEET.width - 2 * (MARGIN + 20) };
  return [{ ...body, ...inset, ...mark, name: 'mark', paragraphs: [code.mark], size: 28, leastSize: 14 }];
}

function footPlaces({ code, terms, validity }: CouponFace): Place[] {
  const { validityTop, ruleY, height } = footOf(code);
  const termsTop = ruleY + 16;
  return [
    {
      name: 'validity',
      paragraphs: [validity],
      top: validityTop,
      height: 44,
      size: 26,
      leastSize: 14,
      weight: 'bold',
      colour: INK,
      align: 'centre',
    },
    {
      name: 'terms',
      paragraphs: terms,
      top: termsTop,
      height: height - COUPON.edge - 18 - termsTop,
      size: 22,
      leastSize: 16,
      weight: 'regular',
      // Not softer: a printer of receipts makes holes of thin grey letters.
      colour: INK,
      align: 'left',
      from: 'top',
      dotted: true,
    },
  ];
}

const scissors: Place = {
  name: 'scissors',
  paragraphs: ['✂'],
  top: 0,
  height: CUT.scissors.height,
  left: CUT.scissors.x,
  width: CUT.scissors.width,
  size: 16,
  leastSize: 16,
  weight: 'regular',
  colour: INK,
  align: 'centre',
  oneLine: true,
};
