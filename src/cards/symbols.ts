import bwipjs from 'bwip-js/node';

/** A symbol as dark rectangles on a grid of modules, the quiet zone not included. */
export interface SymbolShape {
  columns: number;
  rows: number;
  bars: Array<{ x: number; y: number; width: number; height: number }>;
}

/** Clear modules on every side: ISO/IEC 18004 asks four around a QR, ISO/IEC 15417 ten beside Code 128. */
export const QR_QUIET_MODULES = 4;
export const CODE_128_QUIET_MODULES = 10;

/** A QR code. Level Q: 26 letters and digits need no larger symbol for it than for M (version 2, 25 modules). */
export function qrCode(content: string): SymbolShape {
  const [symbol] = bwipjs.raw('qrcode', content, 'eclevel=Q');
  if (!symbol || !('pixs' in symbol)) throw new Error('bwip-js drew no matrix for the QR code');
  const { pixs, pixx: columns, pixy: rows } = symbol;
  const bars: SymbolShape['bars'] = [];
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      if (pixs[y * columns + x] !== 1) continue;
      const before = bars.at(-1);
      if (before && before.y === y && before.x + before.width === x) before.width += 1;
      else bars.push({ x, y, width: 1, height: 1 });
    }
  }
  return { columns, rows, bars };
}

/** A QR code with its quiet zone, one unit a module. */
export function qrSvg(content: string): string {
  const { columns, rows, bars } = qrCode(content);
  const quiet = QR_QUIET_MODULES;
  const path = bars.map(({ x, y, width }) => `M${x + quiet} ${y + quiet}h${width}v1h-${width}z`).join('');
  const box = `0 0 ${columns + 2 * quiet} ${rows + 2 * quiet}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path d="M0 0h${columns + 2 * quiet}v${rows + 2 * quiet}H0z" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

/** A Code 128 one module high; digits in even number go two to a sign, so that twelve take 101 modules. */
export function code128(content: string): SymbolShape {
  const [symbol] = bwipjs.raw('code128', content, '');
  if (!symbol || !('sbs' in symbol)) throw new Error('bwip-js drew no bars for the Code 128');
  const bars: SymbolShape['bars'] = [];
  let x = 0;
  for (const [index, width] of symbol.sbs.entries()) {
    if (index % 2 === 0) bars.push({ x, y: 0, width, height: 1 });
    x += width;
  }
  return { columns: x, rows: 1, bars };
}
