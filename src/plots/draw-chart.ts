import type { BarSeriesOption, HeatmapSeriesOption } from 'echarts/charts';
import { BarChart, HeatmapChart } from 'echarts/charts';
import type { GridComponentOption, VisualMapComponentOption } from 'echarts/components';
import { GridComponent, VisualMapComponent } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what the panels use: the whole library takes twice the memory.
use([BarChart, HeatmapChart, GridComponent, VisualMapComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | HeatmapSeriesOption | GridComponentOption | VisualMapComponentOption
>;

/** Draws a chart as the inside of an SVG: no ids, no classes, no style, so that it can stand in any page. */
export function drawChart(option: ChartOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return withoutPage(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

const FROM_STYLE = /(font-size|font-weight):([^;]+?)(?:px)?;/g;

function withoutPage(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/^\s*<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/<[^>]*>/g, (tag) =>
      tag
        .replace(/ style="([^"]*)"/, (_all, style: string) =>
          [...style.matchAll(FROM_STYLE)].map(([, name, value]) => ` ${name}="${value}"`).join(''),
        )
        .replace(/ (?:class|xml:space|pointer-events|ecmeta_\w+)="[^"]*"/g, ''),
    )
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>/g, '')
    .replace(/\n/g, '');
}
