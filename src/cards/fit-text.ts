import { breakLines, graphemesOf } from './break-lines.ts';
import type { Weight } from './fonts.ts';
import type { ShapedText, Shaper } from './shape-text.ts';

/** Room for a text, in pixels: it starts at `size`, shrinks down to `leastSize`, wraps as far as `height` allows. */
export interface Room {
  width: number;
  height: number;
  size: number;
  leastSize: number;
  weight: Weight;
  /** Figures: a number broken over two lines would be read as two numbers. */
  oneLine?: boolean;
}

export interface FittedText {
  /** In pixels per em. */
  size: number;
  lines: Array<ShapedText & { /** Whether a paragraph begins here. */ first: boolean }>;
}

/** From baseline to baseline, in ems; Korean and Japanese need more than Latin. */
export const LEADING_EMS = 1.36;

const STEP = 0.96;

function cutShort(line: string, widthEms: number, weight: Weight, shape: Shaper): ShapedText {
  const parts = graphemesOf(line);
  while (parts.length > 0 && shape(`${parts.join('').trimEnd()}…`, weight).width > widthEms) parts.pop();
  return shape(`${parts.join('').trimEnd()}…`, weight);
}

function cutToFit(
  lines: FittedText['lines'],
  tooMany: boolean,
  at: { widthEms: number; size: number; room: Room; shape: Shaper },
): FittedText {
  const last = lines.at(-1);
  const kept =
    tooMany && last
      ? [...lines.slice(0, -1), { ...cutShort(last.text, at.widthEms, at.room.weight, at.shape), first: last.first }]
      : lines;
  // A single character wider than the room is the only thing left that could leave it.
  const widest = Math.max(at.widthEms, ...kept.map((line) => line.width));
  return { size: (at.size * at.widthEms) / widest, lines: kept };
}

/**
 * Sets paragraphs into a room at the largest size at which all of them fit. What does not fit at the least size is cut
 * and ends with an ellipsis; so nothing ever leaves the room.
 */
export function fitText(paragraphs: string[], room: Room, shape: Shaper): FittedText {
  // Shaping costs a quarter of a millisecond whatever the length: each part is shaped once, however many sizes are tried.
  const shaped = new Map<string, ShapedText>();
  const once = (part: string) => {
    const text = shaped.get(part) ?? shape(part, room.weight);
    shaped.set(part, text);
    return text;
  };
  const widthOf = (part: string) => once(part).width;
  for (let size = room.size; ; size = Math.max(size * STEP, room.leastSize)) {
    const widthEms = room.width / size;
    const most = room.oneLine ? 1 : Math.max(1, Math.floor(room.height / (size * LEADING_EMS)));
    const texts = paragraphs.flatMap((paragraph) =>
      breakLines(paragraph, widthEms, widthOf).map((text, index) => ({ text, first: index === 0 })),
    );
    const lines = texts.slice(0, most).map(({ text, first }) => ({ ...once(text), first }));
    const fits = texts.length <= most && lines.every((line) => line.width <= widthEms);
    if (fits) return { size, lines };
    if (size <= room.leastSize) return cutToFit(lines, texts.length > most, { widthEms, size, room, shape });
  }
}
