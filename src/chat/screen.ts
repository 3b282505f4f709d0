import { toButtonData } from '../core/chat/button.ts';
import type { WrittenLanguage } from '../wording/written/language.ts';
import type { Html } from './html.ts';
import type { Talk } from './talk.ts';

export type Button = { text: string; data: string } | { text: string; url: string };

/** One message of the bot. */
export interface Screen {
  text: Html;
  buttons?: Button[][];
  /** Sent with the text below it; without one, the text goes alone. */
  photo?: () => Promise<Buffer | null>;
  /** A key in place of the keyboard that shares one's own contact, named so; `away` takes it back. */
  contactKey?: string | 'away';
}

/** What the bot does about one thing that somebody did. */
export interface Answer {
  screens: Screen[];
  /** In place of the message whose button was pressed, or below everything. A typed word is always answered below. */
  place?: 'there' | 'below';
  /** A few words that come and go above the chat; `alert`: until they are closed. */
  toast?: string;
  alert?: boolean;
  /** What the bot waits for from now on. Absent: nothing, but for a purchase that only waits to be confirmed. */
  talk?: Talk | 'same' | 'nothing';
  /** What was typed is a secret: it is taken out of the chat. */
  hide?: boolean;
  /** The bot's list of commands is written anew in this language. */
  menu?: WrittenLanguage;
  /** A button that is pressed for the user now: what was wanted before something else had to be done. */
  goOn?: string | null;
}

/** What Telegram shows of a button's text before it cuts it. */
const mostLabel = 60;

/** `id`: of at most 38 characters; a UUID goes through `shortId`. */
export const button = (text: string, action: string, id: string | null = null): Button => ({
  text: text.length > mostLabel ? `${text.slice(0, mostLabel - 1).replace(/[\ud800-\udbff]$/, '')}…` : text,
  data: toButtonData(action, id),
});

/** Buttons side by side, so many in a row. */
export function inRows(buttons: Button[], width: number): Button[][] {
  const rows: Button[][] = [];
  for (let from = 0; from < buttons.length; from += width) rows.push(buttons.slice(from, from + width));
  return rows;
}

export const show = (...screens: Screen[]): Answer => ({ screens });

/** Nothing but a few words above the chat. */
export const toast = (words: string, alert = false): Answer => ({ screens: [], toast: words, alert, talk: 'same' });
