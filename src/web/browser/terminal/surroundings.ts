import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Currency } from '../../../core/money.ts';
import { writtenAmount } from '../../../wording/written/amounts.ts';
import type { WrittenLanguage } from '../../../wording/written/language.ts';
import { terminalWords } from '../../words/terminal/in-language.ts';
import type { TerminalWords } from '../../words/terminal/terminal-words.ts';

/** In which language and time zone the page speaks. */
export interface Speech {
  language: WrittenLanguage;
  words: TerminalWords;
  amount(minor: number, currency: string): string;
  /** The last day before an instant that is itself too late. */
  lastDay(instant: string): string;
  moment(instant: string): string;
  /** Whether an instant lies in the day that is now. */
  isToday(instant: string): boolean;
  time(instant: Date): string;
  shop(names: { name: string; nameEn: string }): string;
}

const locales: Record<WrittenLanguage, string> = { ko: 'ko-KR', en: 'en-GB', ja: 'ja-JP' };

export function speechIn(language: WrittenLanguage, timeZone: string): Speech {
  const write = (at: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone, ...options }).format(at);
  return {
    language,
    words: terminalWords(language),
    amount: (minor, currency) =>
      writtenAmount({ minor: BigInt(Math.trunc(minor)), currency: currency as Currency }, language),
    lastDay: (instant) => write(new Date(Date.parse(instant) - 1), { dateStyle: 'long' }),
    moment: (instant) =>
      write(new Date(instant), {
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
    isToday: (instant) =>
      write(new Date(instant), { dateStyle: 'short' }) === write(new Date(), { dateStyle: 'short' }),
    time: (instant) => write(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    shop: ({ name, nameEn }) => (language === 'ko' ? name : nameEn),
  };
}

const Spoken = createContext<Speech>(speechIn('ko', 'Asia/Seoul'));

export const SpeechOf = Spoken.Provider;
export const useSpeech = (): Speech => useContext(Spoken);
