import sharp from 'sharp';
import type { PlacedSymbol } from './drawing.ts';

// No card is drawn twice from the same parts: what libvips would keep of them is memory for nothing.
sharp.cache(false);

/** Pixels in rows from the top: three bytes each (red, green, blue), or four with the opacity. */
export interface Raster {
  data: Buffer;
  width: number;
  height: number;
  channels: 3 | 4;
}

export async function rasterise(svg: string, channels: 3 | 4): Promise<Raster> {
  const drawing = sharp(Buffer.from(svg));
  const pixels = channels === 3 ? drawing.removeAlpha() : drawing.ensureAlpha();
  const { data, info } = await pixels.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels };
}

/** Lays a raster with opacity over one without. It must lie within: no bounds are looked at here. */
export function layOver(base: Raster, tile: Raster, at: { x: number; y: number }): void {
  const under = base.data;
  const over = tile.data;
  const mix = (to: number, from: number, opacity: number) => {
    const below = under[to] ?? 0;
    under[to] = below + (((over[from] ?? 0) - below) * opacity) / 255;
  };
  for (let row = 0; row < tile.height; row += 1) {
    const end = (row + 1) * tile.width * 4;
    let to = ((at.y + row) * base.width + at.x) * 3;
    for (let from = row * tile.width * 4; from < end; from += 4, to += 3) {
      const opacity = over[from + 3];
      // Most of a tile is empty: this line decides how fast the whole is.
      if (!opacity) continue;
      mix(to, from, opacity);
      mix(to + 1, from + 1, opacity);
      mix(to + 2, from + 2, opacity);
    }
  }
}

/** Fills the dark parts of a symbol pixel by pixel, so that every edge is sharp. */
export function fillSymbol(base: Raster, { symbol, ...at }: PlacedSymbol): void {
  for (const bar of symbol.bars) {
    const left = at.x + bar.x * at.moduleWidthPx;
    const top = at.y + bar.y * at.moduleHeightPx;
    for (let y = top; y < top + at.moduleHeightPx; y += 1) {
      const start = (y * base.width + left) * 3;
      base.data.fill(at.shade, start, start + bar.width * at.moduleWidthPx * 3);
    }
  }
}
