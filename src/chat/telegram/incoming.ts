import { z } from 'zod';

const user = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});
const chat = z.object({ id: z.int(), type: z.string() });
const message = z.object({
  message_id: z.int(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  contact: z
    .object({
      phone_number: z.string(),
      first_name: z.string(),
      last_name: z.string().optional(),
      user_id: z.int().optional(),
    })
    .optional(),
  photo: z.unknown().optional(),
  sticker: z.unknown().optional(),
  voice: z.unknown().optional(),
  video_note: z.unknown().optional(),
  location: z.unknown().optional(),
});
const member = z.object({ status: z.string() });

/** What of an update is read; the rest of it is let by. */
const update = z.object({
  update_id: z.int().nonnegative(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      // One that is too old comes with the date 0, and nothing can be edited in its place.
      message: z.object({ message_id: z.int(), chat, date: z.int(), photo: z.unknown().optional() }).optional(),
    })
    .optional(),
  my_chat_member: z.object({ chat, from: user, new_chat_member: member }).optional(),
});

type User = z.infer<typeof user>;
type Message = z.infer<typeof message>;

export interface Person {
  /** The messenger's id in base 36. */
  id: string;
  name: string;
  languageCode: string;
}

/** A message whose button was pressed, while it can be edited. */
export interface PressedMessage {
  id: number;
  isPicture: boolean;
}

/** What somebody did in a private chat. */
export type Deed =
  | { kind: 'text'; text: string; messageId: number }
  | { kind: 'contact'; phone: string; name: string; own: boolean }
  | { kind: 'other'; what: 'photo' | 'sticker' | 'voice' | 'location' | 'something' }
  | { kind: 'edited' }
  | { kind: 'press'; queryId: string; data: string; message: PressedMessage | null }
  | { kind: 'blocked'; blocked: boolean };

/** `bot`: null where none is named. */
export interface Command {
  name: string;
  bot: string | null;
}

/** `chat`: the same as `chatId`, as it may be written down. */
export type Incoming = { updateId: string; chatId: number; chat: string } & (
  | { kind: 'private'; person: Person; deed: Deed }
  /** Something for the bot in a group. `queryId`: a button was pressed there; `command`: what was asked of this bot, or any. */
  | { kind: 'group'; person: Person; queryId: string | null; command: Command | null }
);

export type ReadUpdate = { kind: 'incoming'; incoming: Incoming } | { kind: 'nothing-for-us' } | { kind: 'no-update' };

/** Decimal ids may look like card numbers; so ours are written in base 36. */
const toChatId = (id: number): string => id.toString(36);

export function readUpdate(body: unknown): ReadUpdate {
  const parsed = update.safeParse(body);
  if (!parsed.success) return { kind: hasId(body) ? 'nothing-for-us' : 'no-update' };
  const { update_id, message: sent, edited_message: edited, callback_query: query, my_chat_member: mine } = parsed.data;
  const updateId = toChatId(update_id);
  if (query) {
    const where = query.message?.chat;
    const queryId = query.id;
    if (where && where.type !== 'private') return inGroup(updateId, where.id, query.from, { queryId });
    const seen = query.message;
    const message = seen && seen.date !== 0 ? { id: seen.message_id, isPicture: seen.photo !== undefined } : null;
    return alone(updateId, query.from.id, query.from, { kind: 'press', queryId, data: query.data ?? '', message });
  }
  if (mine) {
    const { status } = mine.new_chat_member;
    if (mine.chat.type === 'private') {
      return alone(updateId, mine.chat.id, mine.from, { kind: 'blocked', blocked: status === 'kicked' });
    }
    const came = status === 'member' || status === 'administrator';
    return came ? inGroup(updateId, mine.chat.id, mine.from, {}) : { kind: 'nothing-for-us' };
  }
  const said = sent ?? edited;
  if (!said?.from || said.from.is_bot) return { kind: 'nothing-for-us' };
  if (said.chat.type !== 'private') {
    const isForUs = sent?.text !== undefined && said.chat.type !== 'channel';
    return isForUs
      ? inGroup(updateId, said.chat.id, said.from, { command: commandIn(sent.text ?? '') })
      : { kind: 'nothing-for-us' };
  }
  return alone(updateId, said.chat.id, said.from, sent ? deedOf(sent, said.from) : { kind: 'edited' });
}

const hasId = (body: unknown): boolean => typeof body === 'object' && body !== null && 'update_id' in body;

const personOf = ({ id, first_name: first, last_name: last, language_code: languageCode = '' }: User): Person => ({
  id: toChatId(id),
  name: last ? nameOf(first, last) : first,
  languageCode,
});

/** Korean and Japanese names begin with the family's, and Korean ones have no space. */
function nameOf(first: string, last: string): string {
  if (/^[가-힣]+$/.test(first + last)) return last + first;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(last) ? `${last} ${first}` : `${first} ${last}`;
}

function deedOf(message: Message, from: User): Deed {
  const { text, contact, message_id: messageId } = message;
  if (text !== undefined) return { kind: 'text', text, messageId };
  if (contact) {
    const name = contact.last_name ? nameOf(contact.first_name, contact.last_name) : contact.first_name;
    return { kind: 'contact', phone: contact.phone_number, name, own: contact.user_id === from.id };
  }
  if (message.photo !== undefined) return { kind: 'other', what: 'photo' };
  if (message.sticker !== undefined) return { kind: 'other', what: 'sticker' };
  if (message.voice !== undefined || message.video_note !== undefined) return { kind: 'other', what: 'voice' };
  return { kind: 'other', what: message.location === undefined ? 'something' : 'location' };
}

const alone = (updateId: string, chatId: number, from: User, deed: Deed): ReadUpdate => ({
  kind: 'incoming',
  incoming: { kind: 'private', updateId, chatId, chat: toChatId(chatId), person: personOf(from), deed },
});

function commandIn(text: string): Command | null {
  const [, name, bot = null] = /^\/([a-z]{1,32})(?:@(\w+))?(?:\s|$)/i.exec(text) ?? [];
  return name === undefined ? null : { name: name.toLowerCase(), bot };
}

type InGroup = Partial<Pick<Extract<Incoming, { kind: 'group' }>, 'queryId' | 'command'>>;

const inGroup = (
  updateId: string,
  chatId: number,
  from: User,
  { queryId = null, command = null }: InGroup,
): ReadUpdate => ({
  kind: 'incoming',
  incoming: { kind: 'group', updateId, chatId, chat: toChatId(chatId), person: personOf(from), queryId, command },
});
