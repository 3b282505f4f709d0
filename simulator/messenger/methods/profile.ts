import { BotRefusal } from '../bot-refusal.ts';
import { type Fields, isRecord } from '../fields.ts';
import type { BotCommand, Room } from '../room.ts';
import { botUser } from './bot-account.ts';
import { chatOf, mustBeOpen } from './find-chat.ts';

/** core.telegram.org/bots/api#setmycommands and #botcommand. */
const commandLimit = 100;
const descriptionLimitChars = 256;

export const getMe = (room: Room): object => ({
  ...botUser(room),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

function keyOf(fields: Fields): string {
  const scope = fields.json('scope', 'BotCommandScope');
  const { type = 'default', chat_id = '' } = isRecord(scope) ? scope : {};
  return `${String(type)} ${String(chat_id)} ${fields.text('language_code')}`;
}

function readCommand(raw: unknown): BotCommand {
  const { command, description } = isRecord(raw) ? raw : {};
  if (typeof command !== 'string' || typeof description !== 'string') {
    throw BotRefusal.bad("can't parse BotCommand: expected an Object");
  }
  const name = command.replace(/^\//, '');
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw BotRefusal.bad('BOT_COMMAND_INVALID');
  const words = description.trim();
  if (words === '' || words.length > descriptionLimitChars) throw BotRefusal.bad('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command: name, description: words };
}

export function setMyCommands({ profile }: Room, fields: Fields): true {
  const given = fields.json('commands', 'commands');
  if (!Array.isArray(given)) throw BotRefusal.bad("can't parse commands JSON object");
  if (given.length > commandLimit) throw BotRefusal.bad('BOT_COMMANDS_TOO_MUCH');
  profile.commands.set(keyOf(fields), given.map(readCommand));
  return true;
}

export function deleteMyCommands({ profile }: Room, fields: Fields): true {
  profile.commands.delete(keyOf(fields));
  return true;
}

export const getMyCommands = ({ profile }: Room, fields: Fields): BotCommand[] =>
  profile.commands.get(keyOf(fields)) ?? [];

export function setChatMenuButton(room: Room, fields: Fields): true {
  const button = fields.json('menu_button', 'menu button') ?? { type: 'default' };
  if (!isRecord(button)) throw BotRefusal.bad('MenuButton must be an Object');
  const kinds = ['default', 'commands', 'web_app'];
  if (!kinds.includes(String(button.type))) throw BotRefusal.bad('MenuButton has unsupported type');
  const chat = fields.has('chat_id') ? chatOf(room, fields).api.id : 'default';
  room.profile.menuButtons.set(chat, button);
  return true;
}

export function getChatMenuButton(room: Room, fields: Fields): object {
  const { menuButtons } = room.profile;
  const own = fields.has('chat_id') ? menuButtons.get(chatOf(room, fields).api.id) : undefined;
  return own ?? menuButtons.get('default') ?? { type: 'default' };
}

export function getChat(room: Room, fields: Fields): object {
  const { api } = chatOf(room, fields);
  return {
    ...api,
    accent_color_id: Math.abs(api.id) % 7,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: true,
      limited_gifts: true,
      unique_gifts: true,
      premium_subscription: true,
      gifts_from_channels: true,
    },
  };
}

export function leaveChat(room: Room, fields: Fields): true {
  const chat = chatOf(room, fields);
  if (chat.api.type === 'private') throw BotRefusal.bad("chat member status can't be changed in private chats");
  mustBeOpen(chat);
  chat.state = 'blocked';
  return true;
}

export async function getFile({ photos }: Room, fields: Fields): Promise<object> {
  if (!fields.has('file_id')) throw BotRefusal.bad('file_id not specified');
  const id = fields.text('file_id');
  const file = await photos.fileOf(id);
  if (!file) throw BotRefusal.bad('wrong file_id or the file is temporarily unavailable');
  const { file_id, file_unique_id } = file.size;
  return { file_id, file_unique_id, file_size: file.body.length, file_path: `photos/${file_id}.jpg` };
}
