import { fontFiles } from './cards/font-files.ts';
import type { Plot } from './plots/plot.ts';
import type { DrawPlot } from './plots/plot-picture.ts';

/** What a chat or a mail takes without a second thought. */
const mostBytes = 300_000;

export interface Plots {
  /** Inline SVG for a page: see `plotSvg`. */
  svg(plot: Plot, as: { id: string; widthPx?: number }): Promise<string>;
  /** PNG for chat and mail. */
  png(plot: Plot, as?: { widthPx?: number; scale?: number }): ReturnType<DrawPlot>;
}

/** The chart library and the fonts are loaded with the first plot. Throws at once when a font is missing. */
export function plotLater(assetsDir: string): Plots {
  fontFiles(assetsDir);
  let painter: Promise<DrawPlot> | undefined;
  return {
    svg: async (plot, as) => (await import('./plots/plot-svg.ts')).plotSvg(plot, as),
    png: async (plot, as = {}) => {
      painter ??= import('./plots/plot-picture.ts').then(({ plotPainter }) => plotPainter({ assetsDir }));
      return (await painter)(plot, { ...as, maxBytes: mostBytes });
    },
  };
}
