import { createHash } from 'node:crypto';
import type { ApiCallbackQuery, ApiContent, ApiMembership, ApiMessage, ReplyKeyboard } from './api-objects.ts';
import { botName, type Chat, type ChatUser, type KeptMessage, toApiUser } from './chat-book.ts';
import { findEntities } from './formatting/find-entities.ts';
import { botUser } from './methods/bot-account.ts';
import { withoutReply } from './methods/send.ts';
import type { Room } from './room.ts';
import type { Told } from './update-queue.ts';

/** What a person did that the bot is not told of. */
export type Untold = { delivered: false; reason: 'not-for-the-bot' };

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1_000);

/** In a group a bot hears commands, what mentions it, and answers to its messages; the rest is none of its business. */
function botHears({ text, reply_to_message: reply }: ApiMessage): boolean {
  if (reply?.from.is_bot) return true;
  const command = /^\/\w+(@\w+)?/.exec(text ?? '');
  if (command) return command[1] === undefined || command[1] === `@${botName.username}`;
  return text?.includes(`@${botName.username}`) ?? false;
}

const usesKeyboard = ({ keyboard }: ReplyKeyboard, { text, contact, location }: ApiContent): boolean =>
  keyboard
    .flat()
    .some((button) =>
      button.request_contact
        ? contact !== undefined
        : button.request_location
          ? location !== undefined
          : button.text === text,
    );

interface Written {
  content: ApiContent;
  /** The message that is answered, if any. */
  replyTo?: KeptMessage;
}

/** A person sends something to a chat: to the bot, or to a group it is in. */
export async function write(
  room: Room,
  user: ChatUser,
  chat: Chat,
  { content, replyTo }: Written,
): Promise<{ message: ApiMessage; told: Told | Untold }> {
  if (chat.api.type === 'private') {
    chat.state = 'open';
    chat.known = true;
  }
  const entities = findEntities({ text: content.text ?? '', entities: [] }).entities;
  const api: Omit<ApiMessage, 'message_id' | 'date' | 'chat'> = { from: toApiUser(user), ...content };
  if (entities.length > 0) api.entities = entities;
  if (replyTo) api.reply_to_message = withoutReply(replyTo.api);
  chat.forcedReply = null;
  if (chat.replyKeyboard?.one_time_keyboard && usesKeyboard(chat.replyKeyboard, content)) chat.replyKeyboard = null;
  const message = room.book.add(chat, { byBot: false, at: room.world.now(), api }).api;
  if (chat.api.type === 'group' && (chat.state === 'blocked' || !botHears(message))) {
    return { message, told: { delivered: false, reason: 'not-for-the-bot' } };
  }
  room.sending.deed(chat.api.id);
  return { message, told: await room.updates.add(chat.api.id, { message }) };
}

/** Opens a deep link, or presses Start: whoever had blocked the bot has it again. */
export async function start(room: Room, user: ChatUser, payload: string): Promise<Told | Untold> {
  const chat = room.book.chatWith(user);
  if (chat.state === 'blocked') await setBlocked(room, user, false);
  return (await write(room, user, chat, { content: { text: payload === '' ? '/start' : `/start ${payload}` } })).told;
}

export function editText(room: Room, chat: Chat, message: KeptMessage, text: string): Promise<Told> {
  const { entities: _, ...rest } = message.api;
  const { entities } = findEntities({ text, entities: [] });
  message.api = { ...rest, text, edit_date: secondsOf(room.world.now()) };
  if (entities.length > 0) message.api.entities = entities;
  room.sending.deed(chat.api.id);
  return room.updates.add(chat.api.id, { edited_message: message.api });
}

/** How a client names a chat to the bot that it presses buttons in. */
const instanceOf = ({ api }: Chat): string =>
  createHash('sha256').update(`chat ${api.id}`).digest('hex').slice(0, 16).replaceAll(/\d{6}/g, 'abcdef');

/**
 * A button is pressed: whatever `data` says is sent on, as by a client that shows an old keyboard, or lies. A message
 * that is gone is told by its id alone.
 */
export async function press(
  room: Room,
  user: ChatUser,
  chat: Chat,
  { messageId, data }: { messageId: number; data: string },
): Promise<{ queryId: string; told: Told }> {
  const message = chat.messages.get(messageId)?.api ?? { chat: chat.api, message_id: messageId, date: 0 as const };
  const queryId = room.presses.add(chat);
  const query: ApiCallbackQuery = {
    id: queryId,
    from: toApiUser(user),
    message,
    chat_instance: instanceOf(chat),
    data,
  };
  room.sending.deed(chat.api.id);
  return { queryId, told: await room.updates.add(chat.api.id, { callback_query: query }) };
}

type Status = 'member' | 'left' | 'kicked';

function tellMembership(room: Room, user: ChatUser, chat: Chat, before: Status, after: Status): Promise<Told> {
  const bot = botUser(room);
  const member = (status: Status): ApiMembership['old_chat_member'] =>
    status === 'kicked' ? { status, user: bot, until_date: 0 } : { status, user: bot };
  const change: ApiMembership = {
    chat: chat.api,
    from: toApiUser(user),
    date: secondsOf(room.world.now()),
    old_chat_member: member(before),
    new_chat_member: member(after),
  };
  return room.updates.add(chat.api.id, { my_chat_member: change });
}

export function setBlocked(room: Room, user: ChatUser, blocked: boolean): Promise<Told> {
  const chat = room.book.chatWith(user);
  chat.state = blocked ? 'blocked' : 'open';
  chat.known = true;
  return tellMembership(room, user, chat, blocked ? 'member' : 'kicked', blocked ? 'kicked' : 'member');
}

/** Somebody makes a group and takes the bot into it. */
export async function makeGroup(room: Room, title: string, members: [ChatUser, ...ChatUser[]]): Promise<Chat> {
  const [maker] = members;
  const chat = room.book.addGroup(title, members);
  await tellMembership(room, maker, chat, 'left', 'member');
  const api = { from: toApiUser(maker), new_chat_members: [botUser(room)] };
  const { api: message } = room.book.add(chat, { byBot: false, at: room.world.now(), api });
  await room.updates.add(chat.api.id, { message });
  return chat;
}

export function throwOut(room: Room, user: ChatUser, chat: Chat): Promise<Told> {
  chat.state = 'blocked';
  return tellMembership(room, user, chat, 'member', 'kicked');
}
