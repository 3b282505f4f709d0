import type { InlineButton, InlineKeyboard, ReplyButton, ReplyKeyboard } from './api-objects.ts';
import { BotRefusal } from './bot-refusal.ts';
import { type Fields, isRecord } from './fields.ts';
import { linkOf } from './formatting/parse-html.ts';

/** What a message says about keyboards. */
export type Markup =
  | { kind: 'inline'; keyboard: InlineKeyboard }
  | { kind: 'reply'; keyboard: ReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force-reply'; placeholder: string | null };

/** core.telegram.org/bots/api#inlinekeyboardbutton. */
const dataLimitBytes = 64;
/** Telegram names no number; 100 buttons in one keyboard are what it has been seen to take, and eight in a row. */
const buttonLimit = 100;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readInlineButton(raw: unknown): InlineButton {
  const wrong = (what: string) => BotRefusal.bad(`can't parse inline keyboard button: ${what}`);
  if (!isRecord(raw)) throw wrong('InlineKeyboardButton must be an Object');
  if (typeof raw.text !== 'string') throw wrong('Can\'t find field "text"');
  if (raw.text.trim() === '') throw wrong('Text buttons must be non-empty');
  if (raw.url !== undefined) {
    const url = linkOf(text(raw.url));
    if (url === null) {
      throw BotRefusal.bad(`inline keyboard button URL '${text(raw.url)}' is invalid: Wrong HTTP URL`);
    }
    return { text: raw.text, url };
  }
  if (raw.callback_data !== undefined) {
    const data = text(raw.callback_data);
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > dataLimitBytes) throw BotRefusal.bad('BUTTON_DATA_INVALID');
    return { text: raw.text, callback_data: data };
  }
  if (isRecord(raw.copy_text)) return { text: raw.text, copy_text: { text: text(raw.copy_text.text) } };
  throw wrong('Text buttons are unallowed in the inline keyboard');
}

function readReplyButton(raw: unknown, isPrivate: boolean): ReplyButton {
  const wrong = (what: string) => BotRefusal.bad(`can't parse keyboard button: ${what}`);
  if (typeof raw === 'string') return { text: raw };
  if (!isRecord(raw)) throw wrong('KeyboardButton must be a String or an Object');
  if (typeof raw.text !== 'string') throw wrong('Can\'t find field "text"');
  if (raw.request_contact === true) {
    if (!isPrivate) throw BotRefusal.bad('phone number can be requested in private chats only');
    return { text: raw.text, request_contact: true };
  }
  if (raw.request_location === true) {
    if (!isPrivate) throw BotRefusal.bad('location can be requested in private chats only');
    return { text: raw.text, request_location: true };
  }
  return { text: raw.text };
}

function readRows<T>(raw: unknown, name: string, read: (button: unknown) => T): T[][] {
  if (!Array.isArray(raw)) throw BotRefusal.bad(`field "${name}" must be of type Array`);
  const rows = raw.map((row: unknown) => {
    if (!Array.isArray(row)) throw BotRefusal.bad(`field "${name}" must be an Array of Arrays`);
    return row.map(read);
  });
  const buttons = rows.reduce((sum, row) => sum + row.length, 0);
  if (buttons > buttonLimit) throw BotRefusal.bad('reply markup is too long');
  return rows.filter((row) => row.length > 0);
}

/** Null when there is none: an empty keyboard is none. */
export function readMarkup(fields: Fields, isPrivate: boolean): Markup | null {
  const raw = fields.json('reply_markup', 'reply keyboard markup');
  if (raw === undefined) return null;
  if (!isRecord(raw)) throw BotRefusal.bad('object expected as reply markup');
  if (raw.keyboard !== undefined) {
    const keyboard = readRows(raw.keyboard, 'keyboard', (button) => readReplyButton(button, isPrivate));
    if (keyboard.length > 0) {
      const flags = ['one_time_keyboard', 'resize_keyboard', 'is_persistent'].filter((name) => raw[name] === true);
      const placeholder = text(raw.input_field_placeholder);
      return {
        kind: 'reply',
        keyboard: {
          keyboard,
          ...Object.fromEntries(flags.map((name) => [name, true])),
          ...(placeholder === '' ? {} : { input_field_placeholder: placeholder }),
        },
      };
    }
  }
  if (raw.inline_keyboard !== undefined) {
    const rows = readRows(raw.inline_keyboard, 'inline_keyboard', readInlineButton);
    if (rows.length > 0) return { kind: 'inline', keyboard: { inline_keyboard: rows } };
  }
  if (raw.remove_keyboard === true) return { kind: 'remove' };
  if (raw.force_reply === true) {
    return { kind: 'force-reply', placeholder: text(raw.input_field_placeholder) || null };
  }
  return null;
}

/** For an edit: only inline keyboards can be edited in. */
export function readInlineMarkup(fields: Fields, isPrivate: boolean): InlineKeyboard | null {
  const markup = readMarkup(fields, isPrivate);
  if (markup !== null && markup.kind !== 'inline') throw BotRefusal.bad('inline keyboard expected');
  return markup?.keyboard ?? null;
}
