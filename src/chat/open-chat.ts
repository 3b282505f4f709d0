import type { Telegram } from 'telegraf';
import type { ChatUserFacts } from '../operations/customers/customer-operations.ts';
import type { Log } from '../operations/ports.ts';
import { languageOfLocale, type WrittenLanguage } from '../wording/written/language.ts';
import { writtenPhone } from '../wording/written/phones.ts';
import type { ChatDuties, ChatPictures } from './chat-duties.ts';
import { ChatLines } from './chat-lines.ts';
import { type Conversed, converse } from './converse.ts';
import { type Pen, penFor } from './pen.ts';
import type { Answer } from './screen.ts';
import { parseTalk, type Talk } from './talk.ts';
import { Bot, type BotAccount } from './telegram/bot.ts';
import { deliver, type Place } from './telegram/deliver.ts';
import { type Command, type Incoming, readUpdate } from './telegram/incoming.ts';
import { isBlocked, isPassing } from './telegram/refusals.ts';
import { setUpBot } from './telegram/set-up.ts';
import type { Turn } from './turn.ts';
import { chatWords } from './words/words.ts';

/** Keeps an update secret while it waits in the database: it may hold a PIN. */
export interface UpdateSealer {
  seal(body: string, updateId: string): string;
  /** Null when it was not sealed by us, for this update. */
  open(sealed: string, updateId: string): string | null;
}

export interface ChatSettings {
  operations: ChatDuties;
  pictures: ChatPictures;
  account: BotAccount;
  sealer: UpdateSealer;
  publicUrl: string;
  /** E.164. */
  lineNumber: string;
  timeZone: string;
  now: () => Date;
  log: Log;
}

/** How long the work under way may take to end when the program does. */
const closingMs = 5_000;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

/** The bot: keeps what the messenger tells, and answers it, in order for each chat. */
export class Chat {
  readonly #given: ChatSettings;
  readonly #bot: Bot;
  readonly #lines = new ChatLines();
  readonly #underWay = new Set<string>();
  readonly #pens: Record<WrittenLanguage, Pen>;
  /** Written once: to read and write a number takes as long as a question to the database. */
  readonly #line: string;
  #isSetUp = false;
  #setUpAfterMs = 0;
  #retryMs = firstRetryMs;

  constructor(given: ChatSettings) {
    this.#given = given;
    this.#bot = new Bot(given.account, (update, telegram, username) => this.#answer(update, telegram, username));
    const { timeZone } = given;
    this.#line = writtenPhone(given.lineNumber, given.lineNumber);
    this.#pens = { ko: penFor('ko', timeZone), en: penFor('en', timeZone), ja: penFor('ja', timeZone) };
  }

  /** Resolves when the update is written down; it is worked on afterwards. One that is known already changes nothing. */
  async receive(body: unknown): Promise<'kept' | 'known' | 'nothing-for-us' | 'no-update'> {
    const read = readUpdate(body);
    if (read.kind !== 'incoming') return read.kind;
    const { updateId: id, chat } = read.incoming;
    const sealed = this.#given.sealer.seal(JSON.stringify(body), id);
    if ((await this.#given.operations.keepUpdate({ id, chat, sealed })) === 'known') return 'known';
    this.#begin(id, chat, body as object);
    return 'kept';
  }

  /** Takes up what a process left that died or failed, and waits for what is under way. Says how much was done. */
  async takeUp(): Promise<number> {
    const { operations, sealer, log } = this.#given;
    for (const { id, chat, sealed } of await operations.unfinishedUpdates()) {
      const body = sealer.open(sealed, id);
      if (body !== null) this.#begin(id, chat, JSON.parse(body));
      else {
        log.error({ update: id }, 'a chat update was sealed with another key, and is given up');
        await operations.finishUpdate(id);
      }
    }
    await this.#lines.caughtUp();
    return this.#lines.takeCount();
  }

  /** Tells the messenger where we are, until it has heard it. */
  async setUp(): Promise<number> {
    const { now, publicUrl, account, log } = this.#given;
    if (this.#isSetUp || now().getTime() < this.#setUpAfterMs) return 0;
    try {
      await setUpBot(this.#bot, { publicUrl, secret: account.webhookSecret });
      this.#isSetUp = true;
      return 1;
    } catch (error) {
      this.#setUpAfterMs = now().getTime() + this.#retryMs;
      this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
      log.warn({ err: error }, 'the messenger could not be told where the bot is; it is tried again');
      return 0;
    }
  }

  /** As people find it; null until the messenger has said so. */
  get username(): string | null {
    return this.#bot.username;
  }

  close(): Promise<void> {
    return this.#lines.close(closingMs);
  }

  #begin(id: string, chat: string, body: object): void {
    if (this.#underWay.has(id)) return;
    this.#underWay.add(id);
    const taken = this.#lines.add(chat, () => this.#work(id, body));
    if (!taken) this.#underWay.delete(id);
  }

  async #work(id: string, body: object): Promise<void> {
    try {
      await this.#bot.handle(body);
      await this.#given.operations.finishUpdate(id);
    } catch (error) {
      this.#given.log.error({ err: error, update: id }, 'a chat update could not be answered; it is tried again');
    } finally {
      this.#underWay.delete(id);
    }
  }

  async #answer(update: unknown, telegram: Telegram, username: string): Promise<void> {
    const read = readUpdate(update);
    if (read.kind !== 'incoming') return;
    const { incoming } = read;
    if (incoming.kind === 'group') await this.#answerGroup(incoming, telegram, username);
    else await this.#answerPerson(incoming, telegram);
  }

  /** Coupons are nobody else's business: a group is told so once, and whenever somebody asks. */
  async #answerGroup(
    { chatId, chat, person, queryId, command }: Extract<Incoming, { kind: 'group' }>,
    telegram: Telegram,
    username: string,
  ): Promise<void> {
    const { conversation } = chatWords[languageFor(person.languageCode)];
    const place = { telegram, chatId, pressed: null, queryId, typedId: null };
    if (queryId !== null) await deliver(place, { screens: [], toast: conversation.notInGroup });
    const asked = command !== null && asksForUs(command, username);
    if ((await this.#given.operations.meetGroup(chat, asked)).kind === 'met') return;
    const buttons = [[{ text: conversation.toPrivateChat, url: `https://t.me/${username}` }]];
    await deliver(place, { screens: [{ text: conversation.group, buttons }] });
  }

  async #answerPerson(incoming: Extract<Incoming, { kind: 'private' }>, telegram: Telegram): Promise<void> {
    const { operations } = this.#given;
    const { chatId, person, deed } = incoming;
    if (deed.kind === 'blocked') return operations.noteBlocked(person.id, deed.blocked);
    const locale = languageFor(person.languageCode);
    const user = await operations.meetChatUser({ id: person.id, name: person.name, locale });
    const press = deed.kind === 'press' ? deed : null;
    const place: Place = {
      telegram,
      chatId,
      pressed: press?.message ?? null,
      queryId: press?.queryId ?? null,
      typedId: deed.kind === 'text' ? deed.messageId : null,
    };
    const turn = this.#turnFor(user, parseTalk(user.talk), incoming.updateId, place);
    const { answer, talk } = await this.#converse(turn, deed);
    const shown = await deliver(place, answer);
    this.#given.log.info(
      { did: deed.kind, answering: turn.talk?.step ?? null, asks: talk?.step ?? null, shown },
      'chat turn',
    );
    if (shown === 'blocked') await operations.noteBlocked(user.id, true);
    // After the answer: told again, an update finds the talk as it was.
    const kept = talk === null ? null : JSON.stringify(talk);
    if (kept !== user.talk) await operations.rememberTalk(user.id, kept);
  }

  /** What is broken here is apologised for; what may pass is tried again. */
  async #converse(turn: Turn, deed: Parameters<typeof converse>[1]): Promise<Conversed> {
    const renew = async (before: Turn, talk: Talk | null): Promise<Turn> => {
      const user = await this.#given.operations.meetChatUser(before.user);
      return { ...before, ...this.#speaking(user), talk };
    };
    try {
      return await converse(turn, deed, renew);
    } catch (error) {
      if (isPassing(error) || isBlocked(error)) throw error;
      this.#given.log.error({ err: error, did: deed.kind, step: turn.talk?.step ?? null }, 'a chat turn failed');
      return { answer: { screens: [{ text: turn.words.conversation.sorry }], place: 'below' }, talk: turn.talk };
    }
  }

  #turnFor(user: ChatUserFacts, talk: Talk | null, updateId: string, place: Place): Turn {
    const { operations, pictures, publicUrl, timeZone, now } = this.#given;
    return {
      ...{ operations, pictures, publicUrl, timeZone, talk, updateId },
      attempt: `chat:${updateId}`,
      line: this.#line,
      now: now(),
      ...this.#speaking(user),
      meanwhile: async (answer: Answer) => {
        await deliver({ ...place, pressed: null, queryId: null, typedId: null }, answer);
      },
    };
  }

  #speaking(user: ChatUserFacts) {
    const language = languageOfLocale(user.locale);
    return { user, customer: user.customer, language, words: chatWords[language], pen: this.#pens[language] };
  }
}

const asksForUs = ({ name, bot }: Command, username: string): boolean =>
  ['start', 'help'].includes(name) && (bot === null || bot.toLowerCase() === username.toLowerCase());

/** Who does not say is answered in Korean. */
const languageFor = (code: string): WrittenLanguage => (code === '' ? 'ko' : languageOfLocale(code));
