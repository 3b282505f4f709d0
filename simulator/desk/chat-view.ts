import type { ApiContact, ApiEntity, InlineButton, ReplyKeyboard } from '../messenger/api-objects.ts';
import type { Chat, ChatUser, KeptMessage, PressAnswer } from '../messenger/chat-book.ts';
import type { Messenger } from '../messenger/messenger.ts';
import type { BotCommand } from '../messenger/room.ts';

/** A message as a person sees it. */
export interface ChatBubble {
  id: number;
  chat: number;
  from: { id: number; name: string; isBot: boolean };
  /** Of the text, or of the picture. */
  text: string;
  entities: ApiEntity[];
  photo: { url: string; width: number; height: number } | null;
  contact: ApiContact | null;
  sticker: string | null;
  voiceSeconds: number | null;
  location: { latitude: number; longitude: number } | null;
  joined: string[];
  buttons: InlineButton[][];
  /** Keyboards that it had before, oldest first. */
  earlierButtons: InlineButton[][][];
  replyTo: number | null;
  edited: boolean;
  at: string;
}

/** A chat as a person sees it, but for its messages. */
export interface ChatFacts {
  chat: number;
  title: string;
  phone: string | null;
  /** `not-started`: there is only a button to start. */
  state: Chat['state'];
  keyboard: ReplyKeyboard | null;
  /** What the input field says; null when the bot wants nothing special. */
  placeholder: string | null;
  /** What the bot is doing just now: typing, upload_photo. */
  action: string | null;
  commands: BotCommand[];
  /** What presses of buttons were answered with, oldest first. */
  answers: PressAnswer[];
}

export function toBubble({ api, byBot, at, earlier }: KeptMessage): ChatBubble {
  const photo = api.photo?.at(-1);
  return {
    id: api.message_id,
    chat: api.chat.id,
    from: { id: api.from.id, name: [api.from.first_name, api.from.last_name].filter(Boolean).join(' '), isBot: byBot },
    text: api.text ?? api.caption ?? '',
    entities: api.entities ?? api.caption_entities ?? [],
    photo: photo ? { url: `/desk/messenger/photos/${photo.file_id}`, width: photo.width, height: photo.height } : null,
    contact: api.contact ?? null,
    sticker: api.sticker?.emoji ?? null,
    voiceSeconds: api.voice?.duration ?? null,
    location: api.location ?? null,
    joined: (api.new_chat_members ?? []).map(({ first_name }) => first_name),
    buttons: api.reply_markup?.inline_keyboard ?? [],
    earlierButtons: earlier.map(({ inline_keyboard }) => inline_keyboard),
    replyTo: api.reply_to_message?.message_id ?? null,
    edited: api.edit_date !== undefined,
    at: at.toISOString(),
  };
}

/** The commands of the menu: those for this chat, for all private chats, or for all; each in the person's language first. */
function commandsFor({ profile }: Messenger, chat: Chat, user: ChatUser): BotCommand[] {
  const all = chat.api.type === 'group' ? 'all_group_chats' : 'all_private_chats';
  const scopes = [`chat ${chat.api.id}`, `${all} `, 'default '];
  const languages = user.languageCode === null ? [''] : [user.languageCode, ''];
  for (const scope of scopes) {
    for (const language of languages) {
      const commands = profile.commands.get(`${scope} ${language}`);
      if (commands) return commands;
    }
  }
  return [];
}

export function toChatFacts(messenger: Messenger, chat: Chat, user: ChatUser): ChatFacts {
  const { action } = chat;
  const isActing = action !== null && action.untilMs > messenger.world.now().getTime();
  return {
    chat: chat.api.id,
    title: chat.api.title ?? [user.lastName, user.firstName].filter(Boolean).join(''),
    phone: user.phone,
    state: chat.state,
    keyboard: chat.replyKeyboard,
    placeholder: chat.forcedReply?.placeholder ?? chat.replyKeyboard?.input_field_placeholder ?? null,
    action: isActing ? action.name : null,
    commands: commandsFor(messenger, chat, user),
    answers: chat.answers,
  };
}
