import { BotRefusal } from '../bot-refusal.ts';
import type { Fields } from '../fields.ts';
import { linkOf } from '../formatting/parse-html.ts';
import type { Room } from '../room.ts';

/** core.telegram.org/bots/api#answercallbackquery. */
const answerLimitChars = 200;

/** A press is answered once, and soon. */
export function answerCallbackQuery({ book, presses }: Room, fields: Fields): true {
  const queryId = fields.text('callback_query_id');
  const text = fields.text('text');
  if (text.length > answerLimitChars) throw BotRefusal.bad('MESSAGE_TOO_LONG');
  const url = fields.has('url') ? linkOf(fields.text('url')) : null;
  if (fields.has('url') && url === null) throw BotRefusal.bad('URL_INVALID');
  const chat = presses.answer(queryId);
  if (!chat) throw BotRefusal.bad('query is too old and response timeout expired or query ID is invalid');
  book.keepAnswer(chat, { queryId, text, alert: fields.flag('show_alert'), url });
  return true;
}
