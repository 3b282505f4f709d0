import { PAPER, type Palette, RULE } from '../colours.ts';
import { CARD } from './layout.ts';

const { width, height, edge, corner, headEnd, ruleY } = CARD;
const RIGHT = width - edge;
const NOTCH_RADIUS = 17;
const RIBBON = { x: 590, bowY: 118 };

function head({ accent }: Palette): string {
  const straight = RIGHT - edge - 2 * corner;
  const turn = (right: number, down: number) => `a${corner} ${corner} 0 0 1 ${right} ${down}`;
  const outline = `M${edge} ${headEnd}V${edge + corner}${turn(corner, -corner)}h${straight}${turn(corner, corner)}V${headEnd}z`;
  return `<path d="${outline}" fill="${accent}"/>`;
}

/** A ribbon down the head with its bow, a shade off the accent: a gift, and still quiet behind long names. */
function ribbon({ ribbon: colour }: Palette): string {
  const { x, bowY } = RIBBON;
  const loop = (side: 1 | -1) =>
    `M${x} ${bowY}c${side * 14} -46 ${side * 66} -72 ${side * 84} -48s${side * -26} 54 ${side * -84} 48z`;
  const tail = (side: 1 | -1) => `M${x} ${bowY}c${side * 10} 34 ${side * 30} 62 ${side * 58} 80`;
  return [
    `<path d="M${x} ${edge}V${headEnd}" stroke="${colour}" stroke-width="26"/>`,
    `<path d="${loop(1)}${loop(-1)}${tail(1)}${tail(-1)}" fill="none" stroke="${colour}" stroke-width="13" stroke-linecap="round" stroke-linejoin="round"/>`,
    `<circle cx="${x}" cy="${bowY}" r="19" fill="${colour}"/>`,
  ].join('');
}

/** Where a paper ticket would be torn off: a notch on either side and a row of holes. */
function perforation({ ground }: Palette): string {
  const notch = (x: number) => `<circle cx="${x}" cy="${headEnd}" r="${NOTCH_RADIUS}" fill="${ground}"/>`;
  const holes = `<path d="M${edge + 34} ${headEnd}H${RIGHT - 34}" stroke="${ground}" stroke-width="4" stroke-linecap="round" stroke-dasharray="0 13"/>`;
  return holes + notch(edge) + notch(RIGHT);
}

/** The card before anything is written on it, as SVG. */
export function groundSvg(colours: Palette): string {
  const paper = `<rect x="${edge}" y="${edge}" width="${RIGHT - edge}" height="${height - 2 * edge}" rx="${corner}" fill="${PAPER}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    paper,
    head(colours),
    ribbon(colours),
    perforation(colours),
    `<path d="M72 ${ruleY}H${width - 72}" stroke="${RULE}" stroke-width="2"/>`,
    '</svg>',
  ].join('');
}
