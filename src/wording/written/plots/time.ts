import { DateTime } from 'luxon';
import type { Span } from '../../../core/coupons/plot-facts.ts';
import type { WrittenLanguage } from '../language.ts';
import type { Step } from './words.ts';

/** More columns than this are too thin on a telephone: then one stands for a week, or for a month. */
const MOST_COLUMNS = 31;
/** Of a span without end; ten years in months. Later days are left out. */
const MOST_MONTHS = 120;

const dayLabels: Record<WrittenLanguage, string> = { ko: 'M/d', en: 'd LLL', ja: 'M/d' };
const monthLabels: Record<WrittenLanguage, string> = { ko: 'M월', en: 'LLL', ja: 'M月' };
const spanFormats: Record<WrittenLanguage, string> = { ko: 'yyyy년 M월 d일', en: 'd LLL yyyy', ja: 'yyyy年M月d日' };
/** The end of a span within one year needs no year again. */
const laterDays: Record<WrittenLanguage, string> = { ko: 'M월 d일', en: 'd LLL yyyy', ja: 'M月d日' };
const earlierDays: Record<WrittenLanguage, string> = { ko: 'yyyy년 M월 d일', en: 'd LLL', ja: 'yyyy年M月d日' };
const monthSpans: Record<WrittenLanguage, string> = { ko: 'yyyy년 M월', en: 'LLL yyyy', ja: 'yyyy年M月' };

/** Days and months have no time zone: they are those of the shop already. Throws a RangeError for what is none. */
function dayOf(iso: string, language: WrittenLanguage): DateTime {
  const day = DateTime.fromISO(iso, { zone: 'utc', locale: language });
  if (!day.isValid) throw new RangeError(`not a day: ${iso}`);
  return day;
}

export interface Columns<Count> {
  step: Step;
  labels: string[];
  /** What falls into each column. */
  counts: Count[][];
}

/** Puts days into columns: one for each day, week (from Monday) or month of the span, whether anything was then or not. */
export function columnsOf<Count extends { day: string }>(
  counts: readonly Count[],
  span: Span,
  language: WrittenLanguage,
): Columns<Count> {
  const from = dayOf(span.from, language);
  const until = dayOf(span.until, language);
  const days = until.diff(from, 'days').days + 1;
  const step: Step = days <= MOST_COLUMNS ? 'day' : days <= MOST_COLUMNS * 7 ? 'week' : 'month';
  const starts: DateTime[] = [];
  for (let at = from.startOf(step); at <= until && starts.length < MOST_MONTHS; at = at.plus({ [step]: 1 }))
    starts.push(at);
  const columns = new Map(starts.map((start) => [start.toISODate(), [] as Count[]]));
  for (const count of counts) {
    if (count.day < span.from || count.day > span.until) continue;
    columns.get(dayOf(count.day, language).startOf(step).toISODate())?.push(count);
  }
  const format = step === 'month' ? monthLabels[language] : dayLabels[language];
  return { step, labels: starts.map((start) => start.toFormat(format)), counts: [...columns.values()] };
}

export const monthLabel = (month: string, language: WrittenLanguage): string =>
  dayOf(month, language).toFormat(monthLabels[language]);

export function writtenSpan({ from, until }: Span, language: WrittenLanguage): string {
  const [first, last] = [dayOf(from, language), dayOf(until, language)];
  const whole = spanFormats[language];
  if (from === until) return first.toFormat(whole);
  const [early, late] = first.year === last.year ? [earlierDays[language], laterDays[language]] : [whole, whole];
  return `${first.toFormat(early)} – ${last.toFormat(late)}`;
}

export function writtenMonths(from: string, until: string, language: WrittenLanguage): string {
  const write = (month: string) => dayOf(month, language).toFormat(monthSpans[language]);
  return from === until ? write(from) : `${write(from)} – ${write(until)}`;
}
