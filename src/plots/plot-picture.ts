import type { CardPicture } from '../cards/card.ts';
import { encodePicture } from '../cards/encode.ts';
import { loadFonts } from '../cards/fonts.ts';
import { pathOf } from '../cards/outline.ts';
import { rasterise } from '../cards/raster.ts';
import { type Shaper, shapersOf } from '../cards/shape-text.ts';
import { composePlot } from './compose.ts';
import { unescaped } from './markup.ts';
import type { Plot } from './plot.ts';

/** From the middle of a line down to its baseline, in ems. */
const MIDDLE_TO_BASELINE_EMS = 0.36;
/** Outlines are written in tenths of a pixel; at this size they stay smooth in a picture of three times the size. */
const FINER = 8;

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];

/** Every text as the outlines of its glyphs in the project's own fonts. */
function withOutlines(svg: string, shape: Shaper): string {
  return svg.replace(/<text([^>]*)>([^<]*)<\/text>/g, (_all, attributes: string, content: string) => {
    const size = Number(attribute(attributes, 'font-size') ?? 12);
    const line = shape(unescaped(content), attribute(attributes, 'font-weight') === 'bold' ? 'bold' : 'regular');
    const before = { start: 0, middle: 0.5, end: 1 }[attribute(attributes, 'text-anchor') ?? 'start'] ?? 0;
    const x = Number(attribute(attributes, 'x') ?? 0) - line.width * size * before;
    const y = Number(attribute(attributes, 'y') ?? 0) + MIDDLE_TO_BASELINE_EMS * size;
    const moved = attribute(attributes, 'transform') ?? '';
    const path = pathOf(line.glyphs, { x: 0, baseline: 0, size: size * FINER });
    const fill = attribute(attributes, 'fill') ?? '#000';
    return `<path transform="${moved} translate(${x} ${y}) scale(${1 / FINER})" fill="${fill}" d="${path}"/>`;
  });
}

/** Draws a plot as a PNG of at most `maxBytes` bytes, `widthPx` wide in layout and `scale` times as many pixels. */
export type DrawPlot = (plot: Plot, as: { widthPx?: number; scale?: number; maxBytes: number }) => Promise<CardPicture>;

export async function plotPainter({ assetsDir }: { assetsDir: string }): Promise<DrawPlot> {
  const shapers = shapersOf(await loadFonts(assetsDir));
  return async (plot, { widthPx = 360, scale = 2, maxBytes }) => {
    const { svg, height } = composePlot(plot, widthPx);
    const size = `width="${widthPx * scale}" height="${height * scale}" viewBox="0 0 ${widthPx} ${height}"`;
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${withOutlines(svg, shapers[plot.language])}</svg>`;
    return encodePicture(await rasterise(drawn, 3), { format: 'png', maxBytes });
  };
}
