type Rgb = [red: number, green: number, blue: number];

export interface Palette {
  /** The head of the card, and what is written on it. */
  accent: string;
  onAccent: string;
  onAccentSoft: string;
  ribbon: string;
  /** The accent on white paper, or ink where the accent is too light to be seen there. */
  onPaper: string;
  /** Around the card. */
  ground: string;
}

export const INK = '#16201d';
export const INK_SOFT = '#5c6864';
/** A grey as dark as the ink, for the symbols. */
export const SYMBOL_SHADE = 0x18;
export const PAPER = '#ffffff';
export const RULE = '#dfe5e2';

/** A deep pine green: dark enough for white text at 8:1, and no trade's own colour. */
const DEFAULT_ACCENT = '#1b5348';

function rgb(colour: string): Rgb {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!digits) throw new RangeError(`an accent is written #rrggbb, not ${JSON.stringify(colour)}`);
  return [digits[1], digits[2], digits[3]].map((pair) => Number.parseInt(pair ?? '', 16)) as Rgb;
}

function mix(one: string, other: string, share: number): string {
  const to = rgb(other);
  const mixed = rgb(one).map((part, index) => Math.round(part * (1 - share) + (to[index] ?? 0) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, 0…1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red, green, blue] = rgb(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; text needs 4.5. */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A card's colours from a shop's one (#rrggbb; anything else throws a RangeError); text on it is white or ink. */
export function paletteOf(accent: string = DEFAULT_ACCENT): Palette {
  const onAccent = contrastOf(accent, PAPER) >= contrastOf(accent, INK) ? PAPER : INK;
  return {
    accent,
    onAccent,
    onAccentSoft: mix(onAccent, accent, 0.2),
    ribbon: mix(accent, onAccent, 0.09),
    onPaper: onAccent === PAPER ? accent : INK,
    ground: mix(accent, '#fbfaf7', 0.9),
  };
}
