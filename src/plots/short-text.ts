import { breakLines, graphemesOf } from '../cards/break-lines.ts';
import { plainText } from '../cards/plain-text.ts';

/** How wide a character is at most, in ems; those that no line names take a square, as kana and ideographs do. */
const WIDTHS: [characters: RegExp, ems: number][] = [
  [/^[ .,:;!'|·iIl()]$/, 0.36],
  [/^[%@mwMW]$/, 0.92],
  [/^[A-Z]$/, 0.75],
  [/^[\u0020-\u024f\u2010-\u201f]$/, 0.62],
  [/^\p{Script=Hangul}$/u, 0.94],
];

/** How wide a text is. Whose fonts will show it is unknown on a page, so this is more than most need. */
export const widthEms = (text: string): number =>
  graphemesOf(text).reduce((sum, part) => sum + (WIDTHS.find(([characters]) => characters.test(part))?.[1] ?? 1), 0);

/** A text on one line, cut with an ellipsis where it is wider than `mostPx` at `size` pixels. */
export function shortText(text: string, mostPx: number, size: number): string {
  const plain = plainText(text);
  if (widthEms(plain) * size <= mostPx) return plain;
  const parts = graphemesOf(plain);
  while (parts.length > 0 && (widthEms(parts.join('')) + 1) * size > mostPx) parts.pop();
  return `${parts.join('').trimEnd()}…`;
}

/** A text on at most `most` lines. */
export function textLines(text: string, mostPx: number, size: number, most: number): string[] {
  const lines = breakLines(plainText(text), mostPx / size, widthEms);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortText(lines.slice(most - 1).join(' '), mostPx, size)];
}
