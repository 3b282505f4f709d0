import type { CampaignFacts } from '../../../core/coupons/plot-facts.ts';
import { shopNameIn, type WrittenLanguage } from '../language.ts';
import { shortName } from '../names.ts';
import { counted, ranked, saidRanked, statements, sumOf } from './ranked.ts';
import { columnsOf, writtenSpan } from './time.ts';
import { plotWords } from './words.ts';

/** A campaign's own words may be longer than a name. */
const LONGEST_TITLE = 80;

/** EC-10: how a campaign goes, as a plot in words. */
export function wordCampaignPlot(facts: CampaignFacts, language: WrittenLanguage) {
  const words = plotWords[language];
  const { campaign } = words;
  const times = (count: number) => words.times(counted(count), count !== 1);
  const columns = columnsPanel(facts, language);
  const week = weekOf(facts);
  const peak = campaign.peak(words.weekdays[week.weekday] ?? '', words.hour(week.hour), times(week.most));
  const shopCounts = facts.shops.map(({ names, used }) => ({ label: shopNameIn(language, names), value: used }));
  const isChain = facts.shops.length > 1;
  const shops = ranked(isChain ? shopCounts : [], words, words.times);
  const kinds = facts.customers.map(({ kind, used }) => ({ label: words.customers[kind], value: used }));
  const customers = ranked(kinds, words, words.times);
  const ranks = { kind: 'ranks' as const, role: 'used' as const, empty: campaign.noneUsed };
  return {
    title: shortName(facts.title, LONGEST_TITLE),
    subtitle: `${shortName(shopNameIn(language, facts.shopNames))} · ${writtenSpan(facts.span, language)}`,
    description: statements(
      [columns.said, week.most === 0 ? '' : peak, saidRanked(shops, words), saidRanked(customers, words)],
      words,
    ),
    language,
    panels: [
      columns.panel,
      {
        kind: 'week' as const,
        title: campaign.week,
        weekdays: words.weekdays,
        hours: Array.from({ length: 24 }, (_, hour) => words.hour(hour)),
        values: week.values,
        scale: { least: times(0), most: times(week.most) },
        empty: campaign.noneUsed,
      },
      ...(isChain ? [{ ...ranks, title: campaign.shops, ...shops }] : []),
      { ...ranks, title: campaign.customers, ...customers },
    ],
  };
}

function columnsPanel({ days, span }: CampaignFacts, language: WrittenLanguage) {
  const { campaign } = plotWords[language];
  const { step, labels, counts } = columnsOf(days, span, language);
  const fetched = counts.map((column) => sumOf(column, (day) => day.fetched));
  const used = counts.map((column) => sumOf(column, (day) => day.used));
  const [got, spent] = [sumOf(fetched, Number), sumOf(used, Number)];
  // EC-11: of an untracked coupon only uses are counted.
  const onlyUsed = got === 0 && spent > 0;
  const share = got === 0 ? '' : ` (${campaign.share(Math.round((100 * spent) / got))})`;
  const panel = {
    kind: 'columns' as const,
    title: campaign.over[step],
    labels,
    series: [
      ...(onlyUsed ? [] : [{ role: 'got' as const, name: `${campaign.got} ${counted(got)}`, values: fetched }]),
      { role: 'used' as const, name: `${campaign.used} ${counted(spent)}${share}`, values: used },
    ],
    empty: campaign.noneGot,
  };
  const said = onlyUsed ? campaign.saidUsed(counted(spent)) : campaign.said(counted(got), counted(spent));
  return { panel, said: `${said}${share}` };
}

/** Seven days of 24 hours, and where most was. Throws a RangeError for an hour that no week has. */
function weekOf({ hours }: CampaignFacts) {
  const values = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { weekday, hour, used } of hours) {
    const day = values[weekday - 1];
    if (day?.[hour] === undefined) throw new RangeError(`no hour of a week: ${weekday}, ${hour}`);
    day[hour] += used;
  }
  const most = Math.max(...values.flat());
  const at = values.flat().indexOf(most);
  return { values, most, weekday: Math.floor(at / 24), hour: at % 24 };
}
