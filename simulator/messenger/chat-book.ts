import { type ChatPerson, chatPeople } from '../people.ts';
import type { ApiChat, ApiMessage, ApiUser, InlineKeyboard, ReplyKeyboard } from './api-objects.ts';

/** A bot account, as getMe tells it. */
export const botName = { first_name: '기프트라인', username: 'giftline_demo_bot' } as const;

export interface ChatUser extends ChatPerson {
  id: number;
  /** The account was deleted. */
  gone: boolean;
}

/** A message as it is kept; `api` is what the Bot API says of it now. */
export interface KeptMessage {
  api: ApiMessage;
  byBot: boolean;
  at: Date;
  /** Inline keyboards it had before it was edited: somebody may still look at them. */
  earlier: InlineKeyboard[];
}

/** What a person was told when they pressed a button. */
export interface PressAnswer {
  queryId: string;
  text: string;
  alert: boolean;
  url: string | null;
}

export interface Chat {
  api: ApiChat;
  /** In a private chat whether the person has written yet, or has blocked the bot; in a group whether it is there. */
  state: 'not-started' | 'open' | 'blocked';
  /** The bot has seen this person somewhere: without that it does not even know the chat. */
  known: boolean;
  members: ChatUser[];
  messages: Map<number, KeptMessage>;
  replyKeyboard: ReplyKeyboard | null;
  /** What the input field shows when the bot forces a reply. */
  forcedReply: { to: number; placeholder: string | null } | null;
  /** When the bot last said that it is doing something, and what. */
  action: { name: string; untilMs: number } | null;
  answers: PressAnswer[];
}

/** What is kept at most; the oldest goes first. */
const messageLimit = 5_000;
const perChatLimit = 200;
const answerLimit = 20;
const userLimit = 200_000;

/** Short enough that no scan for card numbers takes an id for one. */
const firstUserId = 610_000_001;
const firstGroupId = -40_000_001;

/** Everybody who has the messenger, and what was written. A person's private chat with the bot has the person's id. */
export class ChatBook {
  readonly #users = new Map<number, ChatUser>();
  readonly #byPhone = new Map<string, ChatUser>();
  readonly #chats = new Map<number, Chat>();
  /** All messages, oldest first. */
  readonly #messages = new Set<KeptMessage>();
  #lastMessageId = 0;
  #groups = 0;

  constructor() {
    for (const person of chatPeople) this.addUser(person);
  }

  addUser(person: ChatPerson): ChatUser {
    if (this.#users.size >= userLimit) throw new RangeError(`at most ${userLimit} people have the messenger`);
    const user = { ...person, id: firstUserId + this.#users.size, gone: false };
    this.#users.set(user.id, user);
    if (user.phone !== null) this.#byPhone.set(user.phone, user);
    return user;
  }

  /** By number of their phone, or by id. */
  findUser(who: string): ChatUser | undefined {
    return this.#byPhone.get(who) ?? (/^\d{1,12}$/.test(who) ? this.#users.get(Number(who)) : undefined);
  }

  users(): Iterable<ChatUser> {
    return this.#users.values();
  }

  get userCount(): number {
    return this.#users.size;
  }

  addGroup(title: string, members: ChatUser[]): Chat {
    const id = firstGroupId - this.#groups;
    this.#groups += 1;
    const chat = newChat({ id, type: 'group', title }, members);
    this.#chats.set(id, chat);
    for (const user of members) this.chatWith(user).known = true;
    return chat;
  }

  groups(): Chat[] {
    return [...this.#chats.values()].filter(({ api }) => api.type === 'group');
  }

  /** A person's private chat with the bot, which exists once somebody looks. */
  chatWith(user: ChatUser): Chat {
    const kept = this.#chats.get(user.id);
    if (kept) return kept;
    const { first_name, last_name, username } = toApiUser(user);
    const api: ApiChat = { id: user.id, type: 'private', first_name };
    if (last_name !== undefined) api.last_name = last_name;
    if (username !== undefined) api.username = username;
    const chat = newChat(api, [user]);
    this.#chats.set(user.id, chat);
    return chat;
  }

  /** Undefined when there is no such chat, or the bot has never seen it. */
  findChat(id: number): Chat | undefined {
    const chat = this.#chats.get(id);
    return chat?.known ? chat : undefined;
  }

  add(
    chat: Chat,
    facts: { byBot: boolean; at: Date; api: Omit<ApiMessage, 'message_id' | 'date' | 'chat'> },
  ): KeptMessage {
    this.#lastMessageId += 1;
    const { from, ...content } = facts.api;
    const date = Math.floor(facts.at.getTime() / 1_000);
    const api: ApiMessage = { message_id: this.#lastMessageId, from, chat: chat.api, date, ...content };
    const message: KeptMessage = { api, byBot: facts.byBot, at: facts.at, earlier: [] };
    chat.messages.set(api.message_id, message);
    this.#messages.add(message);
    if (chat.messages.size > perChatLimit) this.#forget(chat, first(chat.messages.values()));
    if (this.#messages.size > messageLimit) {
      const oldest = first(this.#messages);
      const home = oldest && this.#chats.get(oldest.api.chat.id);
      if (home) this.#forget(home, oldest);
    }
    return message;
  }

  #forget(chat: Chat, message: KeptMessage | undefined): void {
    if (message) this.remove(chat, message);
  }

  remove(chat: Chat, message: KeptMessage): void {
    chat.messages.delete(message.api.message_id);
    this.#messages.delete(message);
  }

  newestFirst(limit: number): KeptMessage[] {
    return [...this.#messages].slice(-limit).reverse();
  }

  keepAnswer(chat: Chat, answer: PressAnswer): void {
    chat.answers.push(answer);
    if (chat.answers.length > answerLimit) chat.answers.shift();
  }
}

const first = <T>(all: Iterable<T>): T | undefined => {
  for (const one of all) return one;
  return undefined;
};

const newChat = (api: ApiChat, members: ChatUser[]): Chat => ({
  api,
  state: api.type === 'group' ? 'open' : 'not-started',
  known: api.type === 'group',
  members,
  messages: new Map(),
  replyKeyboard: null,
  forcedReply: null,
  action: null,
  answers: [],
});

export function toApiUser(user: ChatUser): ApiUser {
  const api: ApiUser = { id: user.id, is_bot: false, first_name: user.firstName };
  if (user.lastName !== null) api.last_name = user.lastName;
  if (user.username !== null) api.username = user.username;
  if (user.languageCode !== null) api.language_code = user.languageCode;
  return api;
}
