import { GRID, INK_SOFT, ROLES } from '../colours.ts';
import { drawChart } from '../draw-chart.ts';
import { movedTo, type Piece, textAt } from '../markup.ts';
import type { ColumnSeries, Panel } from '../plot.ts';
import { shortText, widthEms } from '../short-text.ts';

const HEIGHT = 150;
const LEGEND = 22;
const SIZE = 11;
const SWATCH = 10;

/** Which colour is what; names that find no place on a line begin the next. */
function legend(series: ColumnSeries[], width: number): Piece {
  let x = 0;
  let y = LEGEND / 2;
  const parts = series.map(({ name, role }) => {
    const shown = shortText(name, width - SWATCH - 6, SIZE + 1);
    const wide = SWATCH + 6 + widthEms(shown) * (SIZE + 1);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LEGEND;
    }
    const swatch = `<rect x="${x}" y="${y - SWATCH / 2}" width="${SWATCH}" height="${SWATCH}" rx="2" fill="${ROLES[role]}"/>`;
    const text = textAt(x + SWATCH + 6, y, shown, { size: SIZE + 1, colour: INK_SOFT });
    x += wide + 14;
    return swatch + text;
  });
  return { svg: parts.join(''), height: y + LEGEND / 2 + 4 };
}

export function columnsPiece({ labels, series }: Extract<Panel, { kind: 'columns' }>, width: number): Piece {
  const words = series.length > 1 ? legend(series, width) : { svg: '', height: 0 };
  const axisLabel = { color: INK_SOFT, fontSize: SIZE };
  const chart = drawChart(
    {
      grid: { left: 0, right: 6, top: 8, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: {
        type: 'category',
        data: labels,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: GRID } },
        axisLabel: { ...axisLabel, hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitNumber: 3,
        splitLine: { lineStyle: { color: GRID } },
        axisLabel,
      },
      series: series.map(({ role, values }) => ({
        type: 'bar',
        silent: true,
        clip: false,
        barMaxWidth: 18,
        barGap: '8%',
        barCategoryGap: '26%',
        itemStyle: { color: ROLES[role], borderRadius: [2, 2, 0, 0] },
        data: values,
      })),
    },
    width,
    HEIGHT,
  );
  return { svg: words.svg + movedTo(0, words.height, chart), height: words.height + HEIGHT + 4 };
}
