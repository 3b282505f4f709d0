import type { DemandFacts, Want } from '../../../core/coupons/plot-facts.ts';
import type { Currency } from '../../../core/money.ts';
import { writtenAmount } from '../amounts.ts';
import { couponWords } from '../coupon-words.ts';
import { shopNameIn, type WrittenLanguage } from '../language.ts';
import { shortName } from '../names.ts';
import { counted, ranked, saidRanked, statements, sumOf } from './ranked.ts';
import { columnsOf, writtenSpan } from './time.ts';
import { plotWords } from './words.ts';

/** RC-06, RC-07: a shop's demand as a plot in words. */
export function wordDemandPlot(facts: DemandFacts, language: WrittenLanguage) {
  const words = plotWords[language];
  const { demand } = words;
  const [asked, threshold] = [counted(facts.asked), counted(facts.threshold)];
  const wants = facts.wants.map(({ want, people }) => ({
    label: wordWant(want, facts.currency, language),
    value: people,
  }));
  const rows = ranked(wants, words, words.people);
  const { step, labels, counts } = columnsOf(facts.days, facts.span, language);
  const progress = {
    kind: 'progress' as const,
    title: demand.progress,
    value: facts.asked,
    of: facts.threshold,
    label: facts.asked >= facts.threshold ? demand.reached(threshold) : demand.waiting(threshold),
    text: demand.of(asked, threshold),
  };
  const series = {
    role: 'asked' as const,
    name: demand.progress,
    values: counts.map((days) => sumOf(days, ({ people }) => people)),
  };
  return {
    title: demand.title(shortName(shopNameIn(language, facts.shopNames))),
    subtitle: writtenSpan(facts.span, language),
    description: statements([demand.said(asked, threshold), saidRanked(rows, words)], words),
    language,
    panels: [
      progress,
      { kind: 'ranks' as const, title: demand.wants, role: 'asked' as const, ...rows, empty: demand.noWants },
      { kind: 'columns' as const, title: demand.over[step], labels, series: [series], empty: demand.none },
    ],
  };
}

function wordWant(want: Want, currency: Currency, language: WrittenLanguage): string {
  const words = plotWords[language];
  const written = (minor: bigint) => writtenAmount({ minor, currency }, language);
  switch (want.kind) {
    case 'percentage':
      return want.fromPercent === want.toPercent
        ? couponWords[language].percentOff(want.fromPercent)
        : words.percentBand(want.fromPercent, want.toPercent);
    case 'amount':
      if (want.toMinor === null) return words.amountOrMore(written(want.fromMinor));
      return want.fromMinor === want.toMinor
        ? couponWords[language].amountOff(written(want.fromMinor))
        : words.amountBand(written(want.fromMinor), written(want.toMinor));
    case 'gift-item':
      return want.item;
  }
}
