import { INK_SOFT, PAPER, type Palette } from '../colours.ts';
import { MARGIN } from '../place.ts';
import { COUPON, CUT, DISC, type Foot } from './layout.ts';

const { width, edge, corner, headEnd, scallop } = COUPON;
const RIGHT = width - edge;
const SCALLOPS = (RIGHT - edge) / (2 * scallop);
const NOTCH_RADIUS = 15;

/** A dashed line around the whole with a gap for the scissors: a printed coupon is cut out along it. */
function cutLine({ ground }: Palette, { height }: Foot): string {
  const { inset, scissors } = CUT;
  const line = `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="${corner + 10}" fill="none" stroke="${INK_SOFT}" stroke-width="2.5" stroke-dasharray="10 9"/>`;
  const gap = `<rect x="${scissors.x - 4}" y="0" width="${scissors.width + 8}" height="${scissors.height}" fill="${ground}"/>`;
  return line + gap;
}

/** The head hangs over the card like a shop's awning, every other scallop a shade darker or lighter. */
function awning({ accent, ribbon }: Palette): string {
  const turn = (right: number, down: number) => `a${corner} ${corner} 0 0 1 ${right} ${down}`;
  const scallops = `a${scallop} ${scallop} 0 0 1 ${-2 * scallop} 0`.repeat(SCALLOPS);
  const straight = RIGHT - edge - 2 * corner;
  const outline = `M${edge} ${headEnd}V${edge + corner}${turn(corner, -corner)}h${straight}${turn(corner, corner)}V${headEnd}${scallops}z`;
  const every2nd = Array.from({ length: SCALLOPS / 2 }, (_, index) => {
    const left = edge + 4 * scallop * index;
    return `M${left} ${headEnd - 2}h${2 * scallop}v2a${scallop} ${scallop} 0 0 1 ${-2 * scallop} 0z`;
  });
  return `<path d="${outline}" fill="${accent}"/><path d="${every2nd.join('')}" fill="${ribbon}"/>`;
}

const disc = () => `<circle cx="${DISC.x}" cy="${DISC.y}" r="${DISC.radius}" fill="${PAPER}"/>`;

function markBox({ mark }: Foot): string {
  if (!mark) return '';
  return `<rect x="${MARGIN}" y="${mark.top}" width="${width - 2 * MARGIN}" height="${mark.height}" rx="${mark.height / 2}" fill="none" stroke="${INK_SOFT}" stroke-width="2.5"/>`;
}

/** Where the terms would be torn off: a notch on either side and a row of dots. */
function perforation({ ground }: Palette, { ruleY }: Foot): string {
  const notch = (x: number) => `<circle cx="${x}" cy="${ruleY}" r="${NOTCH_RADIUS}" fill="${ground}"/>`;
  const dots = `<path d="M${edge + 34} ${ruleY}H${RIGHT - 34}" stroke="#c3ccc8" stroke-width="4" stroke-linecap="round" stroke-dasharray="0 12"/>`;
  return dots + notch(edge) + notch(RIGHT);
}

/** The coupon before anything is written on it, as SVG. */
export function couponGround(colours: Palette, foot: Foot): string {
  const { height } = foot;
  const paper = `<rect x="${edge}" y="${edge}" width="${RIGHT - edge}" height="${height - 2 * edge}" rx="${corner}" fill="${PAPER}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    paper,
    awning(colours),
    disc(),
    markBox(foot),
    perforation(colours, foot),
    cutLine(colours, foot),
    '</svg>',
  ].join('');
}
