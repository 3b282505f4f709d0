import type { ApiContent, ApiMessage } from '../api-objects.ts';
import { BotRefusal } from '../bot-refusal.ts';
import type { Chat } from '../chat-book.ts';
import { type Fields, isRecord } from '../fields.ts';
import { readCaption, readText } from '../formatting/read-text.ts';
import { type Markup, readMarkup } from '../read-markup.ts';
import type { Room } from '../room.ts';
import { botUser } from './bot-account.ts';
import { chatOf, maySendNow, mustBeOpen } from './find-chat.ts';
import { readPhoto } from './read-photo.ts';

/** The message that is replied to, as a reply shows it: without a reply of its own. */
function repliedTo(chat: Chat, fields: Fields): ApiMessage | null {
  const parameters = fields.json('reply_parameters', 'reply parameters');
  const given = isRecord(parameters) ? parameters : {};
  const id = Number(given.message_id ?? fields.integer('reply_to_message_id', 0));
  if (!id) return null;
  const found = chat.messages.get(id);
  if (found) return withoutReply(found.api);
  if (given.allow_sending_without_reply === true || fields.flag('allow_sending_without_reply')) return null;
  throw BotRefusal.bad('message to be replied not found');
}

export function withoutReply({ reply_to_message: _, ...message }: ApiMessage): ApiMessage {
  return message;
}

function applyKeyboard(chat: Chat, markup: Markup | null, messageId: number): void {
  if (markup?.kind === 'reply') chat.replyKeyboard = markup.keyboard;
  if (markup?.kind === 'remove') chat.replyKeyboard = null;
  if (markup?.kind === 'force-reply') chat.forcedReply = { to: messageId, placeholder: markup.placeholder };
}

interface Wanted {
  chat: Chat;
  reply: ApiMessage | null;
  markup: Markup | null;
}

function readWanted(room: Room, fields: Fields): Wanted {
  const chat = chatOf(room, fields);
  mustBeOpen(chat);
  return { chat, reply: repliedTo(chat, fields), markup: readMarkup(fields, chat.api.type === 'private') };
}

function send(room: Room, fields: Fields, { chat, reply, markup }: Wanted, content: ApiContent): ApiMessage {
  const api: Omit<ApiMessage, 'message_id' | 'date' | 'chat'> = { from: botUser(room), ...content };
  if (reply) api.reply_to_message = reply;
  if (markup?.kind === 'inline') api.reply_markup = markup.keyboard;
  if (fields.flag('protect_content')) api.has_protected_content = true;
  const message = room.book.add(chat, { byBot: true, at: room.world.now(), api });
  applyKeyboard(chat, markup, message.api.message_id);
  chat.action = null;
  return message.api;
}

export function sendMessage(room: Room, fields: Fields): ApiMessage {
  const wanted = readWanted(room, fields);
  const { text, entities } = readText(fields);
  maySendNow(room, wanted.chat, 'sendMessage');
  return send(room, fields, wanted, { text, ...(entities.length > 0 ? { entities } : {}) });
}

export async function sendPhoto(room: Room, fields: Fields): Promise<ApiMessage> {
  const wanted = readWanted(room, fields);
  const { text, entities } = readCaption(fields);
  const { sizes } = await readPhoto(room, fields, fields.file('photo') ?? fields.text('photo'));
  maySendNow(room, wanted.chat, 'sendPhoto');
  const content: ApiContent = { photo: sizes };
  if (text !== '') content.caption = text;
  if (entities.length > 0) content.caption_entities = entities;
  return send(room, fields, wanted, content);
}

const actions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];
/** core.telegram.org/bots/api#sendchataction. */
const actionMs = 5_000;

export function sendChatAction(room: Room, fields: Fields): true {
  const name = fields.text('action');
  if (!actions.includes(name)) throw BotRefusal.bad('wrong parameter action in request');
  const chat = chatOf(room, fields);
  mustBeOpen(chat);
  chat.action = { name, untilMs: room.world.now().getTime() + actionMs };
  return true;
}
