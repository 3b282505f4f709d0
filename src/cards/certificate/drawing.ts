import { paletteOf } from '../colours.ts';
import { barsAt, type Drawing, qrAt } from '../drawing.ts';
import { code128, qrCode } from '../symbols.ts';
import type { CertificateFace } from './face.ts';
import { groundSvg } from './ground.ts';
import { CODE_128_PLACE, placesOf, QR_PLACE } from './layout.ts';

export function certificateDrawing(face: CertificateFace): Drawing {
  const colours = paletteOf(face.accent);
  return {
    language: face.language,
    ground: groundSvg(colours),
    places: placesOf(face, colours),
    symbols: [qrAt(qrCode(face.token), QR_PLACE), barsAt(code128(face.number), CODE_128_PLACE)],
  };
}
