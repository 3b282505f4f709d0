import type { ContentAsk } from '../../simulator/desk/chat-ask.ts';
import type { ChatBubble, ChatFacts } from '../../simulator/desk/chat-view.ts';
import type { PressAnswer } from '../../simulator/messenger/chat-book.ts';
import type { Untold } from '../../simulator/messenger/deeds.ts';
import type { Told } from '../../simulator/messenger/update-queue.ts';

export type { ChatBubble };
export type ChatView = ChatFacts & { messages: ChatBubble[] };
type Sent = (Told | Untold) & { message: number };
type Pressed = Told & { queryId: string; answer: PressAnswer | null };

/** Asks the desk; a refusal throws with the desk's own words. */
type Ask = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>;

const matches = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

/** One person in the messenger: in the private chat with the bot, or in a group. */
export class Chatter {
  readonly #ask: Ask;
  readonly #path: string;
  readonly #group: number | undefined;

  /** By the number of their phone, or by their id in the messenger. */
  constructor(
    ask: Ask,
    readonly who: string,
    group?: number,
  ) {
    this.#ask = ask;
    this.#path = `/desk/messenger/people/${encodeURIComponent(who)}`;
    this.#group = group;
  }

  /** The same person in a group. */
  in({ id }: { id: number }): Chatter {
    return new Chatter(this.#ask, this.who, id);
  }

  #post<T>(deed: string, body: object): Promise<T> {
    return this.#ask(
      'POST',
      `${this.#path}/${deed}`,
      this.#group === undefined ? body : { ...body, group: this.#group },
    );
  }

  /** Presses Start, or opens a deep link. Whoever had blocked the bot has it again. */
  starts(payload = ''): Promise<Told> {
    return this.#ask('POST', `${this.#path}/start`, { payload });
  }

  /** Resolves when the app has answered the update. */
  sends(content: ContentAsk, how: { replyTo?: number } = {}): Promise<Sent> {
    return this.#post('messages', { content, ...how });
  }

  writes(text: string, how: { replyTo?: number } = {}): Promise<Sent> {
    return this.sends({ text }, how);
  }

  /** One's own, or somebody else's. */
  sharesContact(contact: Extract<ContentAsk, { contact: unknown }>['contact'] = 'own'): Promise<Sent> {
    return this.sends({ contact });
  }

  edits(message: number, text: string): Promise<Told> {
    return this.#post('edits', { message, text });
  }

  /** Presses a button as it is shown now: the newest of this text, below a message or in place of the keyboard. */
  async presses(wanted: string | RegExp): Promise<Pressed | Sent> {
    const view = await this.reads();
    for (const message of [...view.messages].reverse()) {
      const button = message.buttons.flat().find(({ text }) => matches(text, wanted));
      if (!button) continue;
      if (button.callback_data === undefined) throw new Error(`the button “${button.text}” opens ${button.url}`);
      return this.pressesData(message.id, button.callback_data);
    }
    const key = view.keyboard?.keyboard.flat().find(({ text }) => matches(text, wanted));
    if (key) return key.request_contact ? this.sharesContact() : this.writes(key.text);
    throw new Error(`No button ${wanted} for ${this.who}. There are:\n  ${buttonsOf(view).join('\n  ') || 'none'}`);
  }

  /** Presses a button that the message no longer has, as one can whose screen is behind. */
  async pressesOld(wanted: string | RegExp): Promise<Pressed> {
    for (const message of [...(await this.reads()).messages].reverse()) {
      const old = message.earlierButtons.flat(2).findLast(({ text }) => matches(text, wanted));
      if (old?.callback_data !== undefined) return this.pressesData(message.id, old.callback_data);
    }
    throw new Error(`No earlier button ${wanted} for ${this.who}`);
  }

  /** Sends what it likes: data of any button, of a message that is gone, or made up. */
  pressesData(message: number, data: string): Promise<Pressed> {
    return this.#post('presses', { message, data });
  }

  blocks(): Promise<Told> {
    return this.#ask('POST', `${this.#path}/block`, { blocked: true });
  }

  unblocks(): Promise<Told> {
    return this.#ask('POST', `${this.#path}/block`, { blocked: false });
  }

  /** Deletes the account. */
  leaves(): Promise<void> {
    return this.#ask('DELETE', this.#path);
  }

  throwsOutBot(): Promise<Told> {
    return this.#ask('DELETE', `${this.#path}/groups/${this.#group}/bot`);
  }

  /** The chat as it is now, oldest message first. */
  reads(): Promise<ChatView> {
    return this.#ask('GET', `${this.#path}/chat${this.#group === undefined ? '' : `?group=${this.#group}`}`);
  }

  /** The newest message of the bot that matches. It looks once: let the world settle before. */
  async sees(wanted: string | RegExp): Promise<ChatBubble> {
    const fromBot = (await this.reads()).messages.filter(({ from }) => from.isBot);
    const found = fromBot.findLast(({ text }) => matches(text, wanted));
    if (found) return found;
    const came = fromBot.map(({ text }) => `“${text}”`).join('\n  ') || 'nothing';
    throw new Error(`No message to ${this.who} matches ${wanted}. What came:\n  ${came}`);
  }
}

const buttonsOf = ({ messages, keyboard }: ChatView): string[] =>
  [...messages.flatMap(({ buttons }) => buttons.flat()), ...(keyboard?.keyboard.flat() ?? [])].map(({ text }) => text);

interface Person {
  id: number;
  firstName: string;
  phone: string | null;
}

interface MessengerFacts {
  bot: { first_name: string; username: string };
  webhook: { url: string } | null;
  /** Updates that the bot has not got yet. */
  pending: number;
  lastError: string | null;
  people: number;
  newest: Person[];
}

interface NewPeople {
  firstName: string;
  lastName?: string;
  languageCode?: string | null;
  phone?: string;
  count?: number;
  started?: boolean;
}

export function openMessenger(ask: Ask, simulatorUrl: string) {
  return {
    /** By the number of their phone, or by their id in the messenger. */
    chatter: (who: string | number) => new Chatter(ask, String(who)),
    facts: () => ask<MessengerFacts>('GET', '/desk/messenger'),
    /** New people: those who are answered (at most 100), and the first and the last id. */
    addPeople: (people: NewPeople) =>
      ask<{ people: Person[]; ids: [number, number] }>('POST', '/desk/messenger/people', people),
    /** The first of the members takes the bot into it. */
    makeGroup: (title: string, members: (string | number)[]) =>
      ask<{ id: number; title: string }>('POST', '/desk/messenger/groups', { title, members: members.map(String) }),
    picture: async ({ photo }: ChatBubble): Promise<Buffer> => {
      if (photo === null) throw new Error('the message has no picture');
      const response = await fetch(simulatorUrl + photo.url);
      if (!response.ok) throw new Error(`no picture at ${photo.url}: HTTP ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}
