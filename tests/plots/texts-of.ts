import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Shaper } from '../../src/cards/shape-text.ts';

export interface DrawnText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** How many of its glyphs no font has. */
  missing: number;
}

type Node = Record<string, unknown> & { ':@'?: Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
});

function movedBy(transform = ''): [number, number] {
  const [, x = '0', y = '0'] = /translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(transform) ?? [];
  return [Number(x), Number(y)];
}

const wordsOf = (children: Node[]): string => children.map((child) => String(child['#text'] ?? '')).join('');

/** Every text of an SVG and what it covers in the project's fonts. Throws where the SVG is not well-formed. */
export function textsOf(svg: string, shape: Shaper): DrawnText[] {
  const valid = XMLValidator.validate(svg);
  if (valid !== true) throw new Error(JSON.stringify(valid));
  const found: DrawnText[] = [];
  const walk = (nodes: Node[], x: number, y: number) => {
    for (const { ':@': given = {}, ...node } of nodes) {
      const [name = ''] = Object.keys(node);
      const children = node[name];
      if (!Array.isArray(children)) continue;
      const [right, down] = movedBy(given.transform);
      if (name !== 'text') {
        walk(children as Node[], x + right, y + down);
        continue;
      }
      const text = wordsOf(children as Node[]);
      const size = Number(given['font-size']);
      const line = shape(text, given['font-weight'] === 'bold' ? 'bold' : 'regular');
      const width = line.width * size;
      const before = { start: 0, middle: 0.5, end: 1 }[given['text-anchor'] ?? 'start'] ?? 0;
      const left = x + right + Number(given.x ?? 0) - width * before;
      const middle = y + down + Number(given.y ?? 0);
      // Capitals, figures and Hangul; tails below and marks above may touch the line beside.
      const [top, bottom] = [middle - size * 0.4, middle + size * 0.4];
      found.push({
        text,
        left,
        right: left + width,
        top,
        bottom,
        missing: line.glyphs.filter(({ id }) => id === 0).length,
      });
    }
  };
  walk(parser.parse(svg) as Node[], 0, 0);
  return found;
}
