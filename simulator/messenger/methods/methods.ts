import { BotRefusal } from '../bot-refusal.ts';
import { Fields } from '../fields.ts';
import type { Room } from '../room.ts';
import { answerCallbackQuery } from './answer-press.ts';
import {
  deleteMessage,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edit.ts';
import {
  deleteMyCommands,
  getChat,
  getChatMenuButton,
  getFile,
  getMe,
  getMyCommands,
  leaveChat,
  setChatMenuButton,
  setMyCommands,
} from './profile.ts';
import { sendChatAction, sendMessage, sendPhoto } from './send.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts';

type Method = (room: Room, fields: Fields) => unknown;

const methods: Record<string, Method> = {
  answerCallbackQuery,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  getChat,
  getChatMenuButton,
  getFile,
  getMe,
  getMyCommands,
  getUpdates,
  getWebhookInfo,
  leaveChat,
  sendChatAction,
  sendMessage,
  sendPhoto,
  setChatMenuButton,
  setMyCommands,
  setWebhook,
};

/** Names of methods are not case sensitive. */
const byName = new Map(Object.keys(methods).map((name) => [name.toLowerCase(), name]));

/** As the Bot API spells it; null when it is not played. */
const methodNamed = (name: string): string | null => byName.get(name.toLowerCase()) ?? null;

/** Carries a method out; throws BotRefusal. What the API's own description finds wrong with it is complained of. */
export async function callMethod(room: Room, name: string, raw: Record<string, unknown>): Promise<unknown> {
  const known = methodNamed(name);
  const method = known === null ? undefined : methods[known];
  if (known === null || !method) throw new BotRefusal(404, 'Not Found: method not found');
  const { method: _, ...given } = raw;
  for (const fault of room.world.settings.botApiCheck?.(known, given) ?? []) {
    room.world.complain(`messenger: ${known}: ${fault}`);
  }
  return method(room, new Fields(given));
}
