import { GRID, INK, INK_SOFT, PAPER } from './colours.ts';
import { movedTo, type Piece, textAt } from './markup.ts';
import { columnsPiece } from './panels/columns.ts';
import { progressPiece, ranksPiece } from './panels/ranks.ts';
import { weekPiece } from './panels/week.ts';
import type { Panel, Plot } from './plot.ts';
import { shortText, textLines } from './short-text.ts';

const PADDING = 18;
const BETWEEN = 22;
const TITLE = { size: 18, line: 25, mostLines: 2 };
const SUBTITLE = { size: 13, line: 20, mostLines: 3 };
const HEADING = { size: 14, line: 24 };

function soft(words: string, width: number): Piece {
  const lines = textLines(words, width, SUBTITLE.size, SUBTITLE.mostLines);
  const texts = lines.map((line, index) =>
    textAt(0, SUBTITLE.line * (index + 0.5), line, { size: SUBTITLE.size, colour: INK_SOFT }),
  );
  return { svg: texts.join(''), height: lines.length * SUBTITLE.line };
}

function heading({ title, subtitle }: Plot, width: number): Piece {
  const lines = textLines(title, width, TITLE.size, TITLE.mostLines);
  const titles = lines.map((line, index) =>
    textAt(0, TITLE.line * (index + 0.5), line, { size: TITLE.size, colour: INK, bold: true }),
  );
  const below = lines.length * TITLE.line;
  if (subtitle === '') return { svg: titles.join(''), height: below };
  const small = soft(subtitle, width);
  return { svg: titles.join('') + movedTo(0, below, small.svg), height: below + small.height };
}

function isEmpty(panel: Panel): boolean {
  switch (panel.kind) {
    case 'progress':
      return false;
    case 'ranks':
      return panel.rows.every(({ value }) => value === 0);
    case 'columns':
      return panel.series.every(({ values }) => values.every((value) => value === 0));
    case 'week':
      return panel.values.flat().every((value) => value === 0);
  }
}

function contents(panel: Panel, width: number): Piece {
  if (panel.kind !== 'progress' && isEmpty(panel)) return emptyPiece(panel.empty, width);
  switch (panel.kind) {
    case 'progress':
      return progressPiece(panel, width);
    case 'ranks':
      return ranksPiece(panel, width);
    case 'columns':
      return columnsPiece(panel, width);
    case 'week':
      return weekPiece(panel, width);
  }
}

/** Words where bars would be: an empty frame would look broken. */
function emptyPiece(words: string, width: number): Piece {
  const { svg, height } = soft(words, width);
  return { svg, height: height + 6 };
}

function panelPiece(panel: Panel, width: number): Piece {
  if (panel.title === '') return contents(panel, width);
  const title = shortText(panel.title, width, HEADING.size);
  const { svg, height } = contents(panel, width);
  const head = textAt(0, HEADING.line / 2, title, { size: HEADING.size, colour: INK, bold: true });
  return { svg: head + movedTo(0, HEADING.line + 4, svg), height: HEADING.line + 4 + height };
}

/** Heading and panels below each other on white paper, `width` pixels wide. */
export function composePlot(plot: Plot, width: number): Piece {
  const column = width - 2 * PADDING;
  let y = PADDING;
  const put = ({ svg, height }: Piece, between: number) => {
    const placed = movedTo(PADDING, y, svg);
    y += height + between;
    return placed;
  };
  const head = put(heading(plot, column), BETWEEN - 4);
  const panels = plot.panels.map((panel, index) => {
    const rule = index === 0 ? '' : `<path d="M${PADDING} ${y - BETWEEN / 2}H${width - PADDING}" stroke="${GRID}"/>`;
    return rule + put(panelPiece(panel, column), BETWEEN);
  });
  const height = Math.ceil(y - BETWEEN + PADDING);
  const paper = `<rect width="${width}" height="${height}" fill="${PAPER}"/>`;
  return { svg: paper + head + panels.join(''), height };
}
