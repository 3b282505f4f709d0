import type { ApiContent, ApiMessage, InlineKeyboard } from '../api-objects.ts';
import { BotRefusal } from '../bot-refusal.ts';
import type { Chat, KeptMessage } from '../chat-book.ts';
import { Fields, isRecord } from '../fields.ts';
import { readCaption, readText } from '../formatting/read-text.ts';
import { readInlineMarkup } from '../read-markup.ts';
import type { Room } from '../room.ts';
import { chatOf, maySendNow, messageOf, mustBeOpen } from './find-chat.ts';
import { readPhoto } from './read-photo.ts';

/** Older messages can still be edited, but no longer be deleted. Source: core.telegram.org/bots/api#deletemessage. */
const deletableMs = 48 * 60 * 60 * 1_000;
const earlierLimit = 10;

function editable(room: Room, fields: Fields): { chat: Chat; message: KeptMessage; keyboard: InlineKeyboard | null } {
  const chat = chatOf(room, fields);
  mustBeOpen(chat);
  const message = messageOf(chat, fields, 'message to edit');
  if (!message.byBot) throw BotRefusal.bad("message can't be edited");
  return { chat, message, keyboard: readInlineMarkup(fields, chat.api.type === 'private') };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** `content` is all that the message shows from now on. */
function edit(
  room: Room,
  method: string,
  { chat, message, keyboard }: ReturnType<typeof editable>,
  content: ApiContent,
): ApiMessage {
  const { text, entities, caption, caption_entities, photo, reply_markup, ...rest } = message.api;
  const before: ApiContent & { reply_markup?: InlineKeyboard } = {};
  Object.assign(before, { text, entities, caption, caption_entities, photo, reply_markup });
  const after = { ...content, ...(keyboard ? { reply_markup: keyboard } : {}) };
  if (
    ['text', 'entities', 'caption', 'caption_entities', 'photo', 'reply_markup'].every((name) =>
      same(before[name as keyof typeof before], after[name as keyof typeof after]),
    )
  ) {
    throw BotRefusal.bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
        'content and reply markup of the message',
    );
  }
  maySendNow(room, chat, method);
  if (reply_markup && !same(reply_markup, keyboard)) {
    message.earlier.push(reply_markup);
    if (message.earlier.length > earlierLimit) message.earlier.shift();
  }
  const edited = Math.floor(room.world.now().getTime() / 1_000);
  message.api = { ...rest, edit_date: edited, ...after };
  return message.api;
}

const captionContent = ({ photo }: ApiMessage, fields: Fields): ApiContent => {
  const { text, entities } = readCaption(fields);
  return {
    ...(photo ? { photo } : {}),
    ...(text === '' ? {} : { caption: text }),
    ...(entities.length === 0 ? {} : { caption_entities: entities }),
  };
};

export function editMessageText(room: Room, fields: Fields): ApiMessage {
  const { text, entities } = readText(fields);
  const found = editable(room, fields);
  if (found.message.api.text === undefined) throw BotRefusal.bad('there is no text in the message to edit');
  return edit(room, 'editMessageText', found, { text, ...(entities.length > 0 ? { entities } : {}) });
}

export function editMessageCaption(room: Room, fields: Fields): ApiMessage {
  const found = editable(room, fields);
  if (!found.message.api.photo) throw BotRefusal.bad('there is no caption in the message to edit');
  return edit(room, 'editMessageCaption', found, captionContent(found.message.api, fields));
}

export function editMessageReplyMarkup(room: Room, fields: Fields): ApiMessage {
  const found = editable(room, fields);
  const { text, entities, caption, caption_entities, photo } = found.message.api;
  const content: ApiContent = {};
  Object.assign(content, text === undefined ? {} : { text }, entities && { entities }, caption && { caption });
  Object.assign(content, caption_entities && { caption_entities }, photo && { photo });
  return edit(room, 'editMessageReplyMarkup', found, content);
}

/** Photos only: nothing else is played. */
export async function editMessageMedia(room: Room, fields: Fields): Promise<ApiMessage> {
  const found = editable(room, fields);
  const media = fields.json('media', 'input media');
  if (!isRecord(media)) throw BotRefusal.bad("can't parse input media JSON object");
  if (media.type !== 'photo') throw BotRefusal.bad("can't parse InputMedia: type must be non-empty");
  const given = typeof media.media === 'string' ? media.media : '';
  const { sizes: photo } = await readPhoto(room, fields, given);
  return edit(room, 'editMessageMedia', found, captionContent({ ...found.message.api, photo }, new Fields(media)));
}

export function deleteMessage(room: Room, fields: Fields): true {
  const chat = chatOf(room, fields);
  mustBeOpen(chat);
  const message = messageOf(chat, fields, 'message to delete');
  const isOld = room.world.now().getTime() - message.at.getTime() > deletableMs;
  if (isOld || (!message.byBot && chat.api.type === 'group')) throw BotRefusal.bad("message can't be deleted");
  room.book.remove(chat, message);
  return true;
}
