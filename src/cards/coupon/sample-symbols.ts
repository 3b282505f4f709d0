import { qrCode, type SymbolShape } from '../symbols.ts';

/** A grey that shows that these are no codes; readers get no further than that either. */
export const SAMPLE_SHADE = 0xa0;

const FINDER_MODULES = 8;

/**
 * What looks like a QR code: the corners stand, and a third of all between is turned over, three times as much as its
 * error correction repairs.
 */
export function sampleQr(): SymbolShape {
  const { columns, rows, bars } = qrCode('A'.repeat(26));
  const isDark = (x: number, y: number) =>
    bars.some((bar) => bar.y === y && bar.x <= x && x < bar.x + bar.width) !== isTurned(x, y, columns);
  const noise: SymbolShape['bars'] = [];
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) if (isDark(x, y)) noise.push({ x, y, width: 1, height: 1 });
  }
  return { columns, rows, bars: noise };
}

function isTurned(x: number, y: number, size: number): boolean {
  const left = x < FINDER_MODULES;
  const right = x >= size - FINDER_MODULES;
  const inFinder = (y < FINDER_MODULES && (left || right)) || (y >= size - FINDER_MODULES && left);
  return !inFinder && (x * 7 + y * 5 + x * y) % 3 === 0;
}

/** Bars as wide as those of twelve digits, of widths that make no sign of Code 128, whose signs are all eleven wide. */
export function sampleBars(): SymbolShape {
  const widths = [3, 1, 1, 4, 2, 2, 1, 3];
  const bars: SymbolShape['bars'] = [];
  const columns = 101;
  let x = 0;
  for (let index = 0; x < columns; index += 1) {
    const width = Math.min(widths[(index * 5 + Math.floor(index / 8)) % widths.length] ?? 1, columns - x);
    if (index % 2 === 0) bars.push({ x, y: 0, width, height: 1 });
    x += width;
  }
  return { columns, rows: 1, bars };
}
