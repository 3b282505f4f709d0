import { DateTime } from 'luxon';
import type { WrittenLanguage } from './language.ts';

const dayFormats: Record<WrittenLanguage, string> = { ko: 'yyyy년 M월 d일', en: 'd LLLL yyyy', ja: 'yyyy年M月d日' };
const momentFormats: Record<WrittenLanguage, string> = { ko: 'M월 d일 HH:mm', en: 'd LLL, HH:mm', ja: 'M月d日 HH:mm' };

/** Dates as they are written in one language, in the time zone of the shops. */
export interface DateWriter {
  /** 2026년 11월 20일 */
  day(at: Date | string): string;
  /** 2026년 11월 20일 15:30 */
  dayAndTime(at: Date | string): string;
  /** 11월 20일 15:30 */
  moment(at: Date | string): string;
  /** The last day before an instant that is itself too late; with the time where that is not midnight. */
  lastDay(at: Date | string): string;
}

/** Throws a RangeError when asked for something that is no instant. */
export function dateWriter(language: WrittenLanguage, timeZone: string): DateWriter {
  const at = (instant: Date | string) => localTime(instant, timeZone).setLocale(language);
  const day = (instant: Date | string) => at(instant).toFormat(dayFormats[language]);
  return {
    day,
    dayAndTime: (instant) => `${day(instant)} ${at(instant).toFormat('HH:mm')}`,
    moment: (instant) => at(instant).toFormat(momentFormats[language]),
    lastDay: (instant) => {
      const end = at(instant);
      const midnight = end.equals(end.startOf('day'));
      return midnight
        ? end.minus({ milliseconds: 1 }).toFormat(dayFormats[language])
        : `${day(instant)} ${end.toFormat('HH:mm')}`;
    },
  };
}

function localTime(instant: Date | string, timeZone: string): DateTime {
  const iso = typeof instant === 'string' ? instant : instant.toISOString();
  const local = DateTime.fromISO(iso, { zone: timeZone });
  if (!local.isValid) throw new RangeError(`not an instant in ${timeZone}: ${iso}`);
  return local;
}
