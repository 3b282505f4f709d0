import { BotRefusal } from '../bot-refusal.ts';
import type { Chat, KeptMessage } from '../chat-book.ts';
import type { Fields } from '../fields.ts';
import type { Room } from '../room.ts';

/** The chat that a request names. */
export function chatOf({ book }: Room, fields: Fields): Chat {
  if (!fields.has('chat_id')) throw BotRefusal.bad('chat_id is empty');
  const id = fields.text('chat_id').trim();
  const chat = /^-?\d{1,15}$/.test(id) ? book.findChat(Number(id)) : undefined;
  if (!chat) throw BotRefusal.bad('chat not found');
  return chat;
}

/** Refused where the bot may not write. */
export function mustBeOpen({ api, state, members: [person] }: Chat): void {
  if (api.type === 'group') {
    if (state === 'blocked') throw BotRefusal.forbidden('bot was kicked from the group chat');
    return;
  }
  if (person?.gone) throw BotRefusal.forbidden('user is deactivated');
  if (state === 'blocked') throw BotRefusal.forbidden('bot was blocked by the user');
  if (state === 'not-started') throw BotRefusal.forbidden("bot can't initiate conversation with a user");
}

/** `what` is Telegram's name for the message in its refusal: "message to edit". */
export function messageOf(chat: Chat, fields: Fields, what: string): KeptMessage {
  if (!fields.has('message_id')) throw BotRefusal.bad('message identifier is not specified');
  const message = chat.messages.get(fields.integer('message_id', 0));
  if (!message) throw BotRefusal.bad(`${what} not found`);
  return message;
}

/** Counts one message against what a bot may send. */
export function maySendNow({ world, sending }: Room, chat: Chat, method: string): void {
  const struck = world.faults.strike('telegram', ['blocked'], `/${method}`, 'POST');
  if (struck) chat.state = 'blocked';
  mustBeOpen(chat);
  const waitSeconds = sending.take(chat.api.id);
  if (waitSeconds > 0) throw BotRefusal.tooMany(waitSeconds);
}
