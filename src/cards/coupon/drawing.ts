import { type Palette, paletteOf } from '../colours.ts';
import { barsAt, type Drawing, type PlacedSymbol, qrAt } from '../drawing.ts';
import { pathOf } from '../outline.ts';
import type { Shaper } from '../shape-text.ts';
import { code128, qrCode } from '../symbols.ts';
import type { CouponCode, CouponFace } from './face.ts';
import { couponGround } from './ground.ts';
import { COUPON_BARS, COUPON_QR, couponPlaces, footOf } from './layout.ts';
import { SAMPLE_SHADE, sampleBars, sampleQr } from './sample-symbols.ts';

export function couponDrawing(face: CouponFace, shape: Shaper): Drawing {
  const colours = paletteOf(face.accent);
  const drawing = {
    language: face.language,
    ground: couponGround(colours, footOf(face.code)),
    places: couponPlaces(face, colours),
    symbols: symbolsOf(face.code),
  };
  return face.code.kind === 'sample' ? { ...drawing, stamp: sampleBand(face.code.word, colours, shape) } : drawing;
}

function symbolsOf(code: CouponCode): PlacedSymbol[] {
  switch (code.kind) {
    case 'tracked':
      return [qrAt(qrCode(code.token), COUPON_QR), barsAt(code128(code.serial), COUPON_BARS)];
    case 'untracked':
      return code.token === null ? [] : [qrAt(qrCode(code.token), COUPON_QR)];
    case 'sample': {
      const qr = qrAt(sampleQr(), COUPON_QR, SAMPLE_SHADE);
      return code.mark === null ? [qr, barsAt(sampleBars(), COUPON_BARS, SAMPLE_SHADE)] : [qr];
    }
  }
}

const BAND = { x: 84, y: 534, width: 552, height: 256, thickness: 96, size: 64, turned: -16 };

/** 견본, on a band across the signs. */
function sampleBand(word: string, { accent, onAccent }: Palette, shape: Shaper) {
  const { width, height, thickness, turned } = BAND;
  const text = shape(word, 'bold');
  const size = Math.min(BAND.size, (width - 140) / text.width);
  const stand = { x: -(text.width * size) / 2, baseline: 0.36 * size, size };
  const band = `<rect x="${-width / 2 + 22}" y="${-thickness / 2}" width="${width - 44}" height="${thickness}" rx="14" fill="${accent}"/>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<g transform="translate(${width / 2} ${height / 2}) rotate(${turned})">${band}`,
    `<path d="${pathOf(text.glyphs, stand)}" fill="${onAccent}"/></g></svg>`,
  ].join('');
  return { svg, x: BAND.x, y: BAND.y };
}
