import { HEAT, INK_SOFT, NO_HEAT, PAPER } from '../colours.ts';
import { drawChart } from '../draw-chart.ts';
import { movedTo, type Piece, textAt } from '../markup.ts';
import type { Panel, Scale } from '../plot.ts';
import { widthEms } from '../short-text.ts';

const ROW = 19;
const HOURS_BELOW = 20;
const SIZE = 11;
const SWATCH = 12;
/** A label at every sixth hour; more find no room on a telephone. */
const HOURS_APART = 6;

function scaleOf({ least, most }: Scale, width: number): Piece {
  const swatches = [NO_HEAT, ...HEAT];
  const look = { size: SIZE, colour: INK_SOFT };
  const middle = SWATCH;
  const right = textAt(width, middle, most, { ...look, anchor: 'end' });
  const end = width - widthEms(most) * SIZE - 6;
  const start = end - swatches.length * (SWATCH + 1);
  const boxes = swatches.map(
    (colour, index) =>
      `<rect x="${start + index * (SWATCH + 1)}" y="${middle - SWATCH / 2}" width="${SWATCH}" height="${SWATCH}" rx="2" fill="${colour}"/>`,
  );
  return { svg: textAt(start - 6, middle, least, { ...look, anchor: 'end' }) + boxes.join('') + right, height: 24 };
}

export function weekPiece({ weekdays, hours, values, scale }: Extract<Panel, { kind: 'week' }>, width: number): Piece {
  const height = weekdays.length * ROW + HOURS_BELOW;
  const axisLabel = { color: INK_SOFT, fontSize: SIZE };
  const quiet = { axisTick: { show: false }, axisLine: { show: false } };
  const most = Math.max(...values.flat());
  const chart = drawChart(
    {
      grid: { left: 0, right: 2, top: 0, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { type: 'category', data: hours, ...quiet, axisLabel: { ...axisLabel, interval: HOURS_APART - 1 } },
      yAxis: { type: 'category', data: weekdays, inverse: true, ...quiet, axisLabel: { ...axisLabel, interval: 0 } },
      visualMap: {
        show: false,
        type: 'continuous',
        min: 0,
        max: most,
        // None is out of it, and has a colour of its own.
        range: [0.5, most],
        inRange: { color: HEAT },
        outOfRange: { color: NO_HEAT },
      },
      series: [
        {
          type: 'heatmap',
          silent: true,
          itemStyle: { borderColor: PAPER, borderWidth: 1.5, borderRadius: 2 },
          data: values.flatMap((row, weekday) => row.map((value, hour) => [hour, weekday, value])),
        },
      ],
    },
    width,
    height,
  );
  const ends = scaleOf(scale, width);
  return { svg: chart + movedTo(0, height, ends.svg), height: height + ends.height };
}
