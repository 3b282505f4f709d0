import { INK, INK_SOFT, PAPER, ROLES, TRACK } from '../colours.ts';
import { drawChart } from '../draw-chart.ts';
import { type Piece, textAt } from '../markup.ts';
import type { Panel, RankedRow } from '../plot.ts';
import { shortText, widthEms } from '../short-text.ts';

const ROW = 42;
const BAR = 10;
const SIZE = 13;
const TOP = 6;
/** From the bar up to the middle of its label. */
const LABEL_ABOVE = 14;
/** Below the last bar there is no next label. */
const BELOW = ROW / 2 - BAR / 2 - 4;

const heightOf = (rows: number) => TOP + rows * ROW;

/** A label leaves room for the value beside it. */
const shownLabel = ({ label, text }: { label: string; text: string }, width: number) =>
  shortText(label, width - (widthEms(text) + 1) * SIZE, SIZE);

/** Bars below each other on tracks of the full width; above each its label, and at the right its value in words. */
function bars(
  rows: Omit<RankedRow, 'role'>[],
  { most, colour, width }: { most: number; colour: string; width: number },
): string {
  const labels = rows.map((row) => shownLabel(row, width));
  const bar = { type: 'bar' as const, silent: true, clip: false, barWidth: BAR, barGap: '-100%' };
  const above = (texts: string[], left: number, align: 'left' | 'right') => ({
    show: true,
    position: [left, -LABEL_ABOVE],
    align,
    verticalAlign: 'middle' as const,
    fontSize: SIZE,
    fontWeight: align === 'right' ? ('bold' as const) : ('normal' as const),
    color: INK,
    textBorderWidth: 0,
    formatter: ({ dataIndex }: { dataIndex: number }) => texts[dataIndex] ?? '',
  });
  return drawChart(
    {
      grid: { left: 0, right: 0, top: TOP, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min: 0, max: most },
      yAxis: { type: 'category', show: false, inverse: true, data: rows.map((_row, index) => String(index)) },
      series: [
        {
          ...bar,
          showBackground: true,
          backgroundStyle: { color: TRACK, borderRadius: BAR / 2 },
          itemStyle: { color: colour, borderRadius: BAR / 2 },
          data: rows.map(({ value }) => value),
          label: above(labels, 0, 'left'),
        },
        // As wide as the track, and unseen: its labels end where the track does.
        {
          ...bar,
          itemStyle: { color: 'none' },
          data: rows.map(() => most),
          label: above(
            rows.map(({ text }) => text),
            width,
            'right',
          ),
        },
      ],
    },
    width,
    heightOf(rows.length),
  );
}

export function ranksPiece({ rows, rest, role }: Extract<Panel, { kind: 'ranks' }>, width: number): Piece {
  const most = Math.max(...rows.map(({ value }) => value));
  const svg = bars(rows, { most, colour: ROLES[role], width });
  const height = heightOf(rows.length) - BELOW;
  if (!rest) return { svg, height };
  const middle = height + 10;
  const look = { size: SIZE, colour: INK_SOFT };
  const label = textAt(0, middle, shownLabel(rest, width), look);
  return { svg: svg + label + textAt(width, middle, rest.text, { ...look, anchor: 'end' }), height: height + 22 };
}

/** One bar with a mark at the number that counts, beyond which it may go. */
export function progressPiece(panel: Extract<Panel, { kind: 'progress' }>, width: number): Piece {
  const most = Math.max(panel.of, panel.value, 1);
  const colour = panel.value >= panel.of ? ROLES.used : ROLES.asked;
  const svg = bars([panel], { most, colour, width });
  const height = heightOf(1) - BELOW;
  if (panel.of >= most) return { svg, height };
  const line = `M${(panel.of / most) * width} ${TOP + ROW / 2 - 8}v16`;
  const mark = `<path d="${line}" stroke="${PAPER}" stroke-width="5"/><path d="${line}" stroke="${INK}" stroke-width="2"/>`;
  return { svg: svg + mark, height };
}
