import { plainText } from '../cards/plain-text.ts';
import { composePlot } from './compose.ts';
import { escaped } from './markup.ts';
import type { Plot } from './plot.ts';

/**
 * A plot to stand in a page: text is text in the page's own font, the whole has a name and a description for screen
 * readers, and it takes the width it is given. `id`: letters and digits, its own on the page. `widthPx`: for which width
 * it is laid out, from 300.
 */
export function plotSvg(plot: Plot, { id, widthPx = 360 }: { id: string; widthPx?: number }): string {
  if (!/^[a-z][\w-]*$/i.test(id)) throw new RangeError('an id has letters, digits and dashes');
  const { svg, height } = composePlot(plot, widthPx);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${height}" width="${widthPx}" height="${height}" lang="${plot.language}" role="img" aria-labelledby="${id}-title ${id}-text">`,
    `<title id="${id}-title">${escaped(plainText(plot.title))}</title><desc id="${id}-text">${escaped(plot.description.replace(/[\p{Cc}\p{Cs}]+/gu, ' '))}</desc>`,
    // The parts are in the description; read one by one they are numbers without a sense.
    `<g aria-hidden="true">${svg}</g></svg>`,
  ].join('');
}
