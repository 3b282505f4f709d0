import type { OwnHistoryFacts } from '../../../core/coupons/plot-facts.ts';
import type { WrittenLanguage } from '../language.ts';
import { tradeNames } from '../trades.ts';
import { counted, ranked, saidRanked, statements, sumOf } from './ranked.ts';
import { monthLabel, writtenMonths } from './time.ts';
import { plotWords } from './words.ts';

/** RC-12: a customer's own history as a plot in words. */
export function wordOwnHistoryPlot({ months, trades }: OwnHistoryFacts, language: WrittenLanguage) {
  const words = plotWords[language];
  const { own } = words;
  const series = (['asked', 'got', 'used'] as const).map((role) => {
    const values = months.map((month) => month[role]);
    const total = counted(sumOf(values, Number));
    return { role, total, name: `${own[role]} ${total}`, values };
  });
  const counting = series.filter(({ values }) => values.some((value) => value > 0));
  const [asked = '', got = '', used = ''] = series.map(({ total }) => total);
  const rows = ranked(
    trades.map(({ trade, used: value }) => ({ label: tradeNames[language][trade], value })),
    words,
    words.times,
  );
  const fits = { kind: 'ranks' as const, title: own.fits, role: 'used' as const, ...rows, empty: own.noneUsed };
  const [only, others] = counting;
  const [first, last] = [months[0], months.at(-1)];
  return {
    title: own.title,
    subtitle: first && last ? writtenMonths(first.month, last.month, language) : '',
    description: statements([own.said(asked, got, used), saidRanked(rows, words)], words),
    language,
    panels: [
      {
        kind: 'columns' as const,
        // One kind of column has no legend: the title says what it counts.
        title: only && !others ? words.pair(own.months, only.name) : own.months,
        labels: months.map(({ month }) => monthLabel(month, language)),
        // Where everything is 0, there is nothing to stand beside a label.
        series: (counting.length > 0 ? counting : series).map(({ role, name, values }) => ({ role, name, values })),
        empty: own.none,
      },
      ...(counting.length > 0 && rows.rows.length === 0 ? [] : [fits]),
    ],
  };
}
