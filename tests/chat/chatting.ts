import type { ChatBubble, Chatter } from '../support/chatter.ts';
import type { World } from '../support/world.ts';

/** A person in the private chat with the bot: each deed is answered before the next one. */
export class ChatPerson {
  readonly #world: World;
  readonly chat: Chatter;

  constructor(world: World, who: string | number) {
    this.#world = world;
    this.chat = world.desk.messenger.chatter(who);
  }

  async #then(deed: Promise<unknown>): Promise<this> {
    await deed;
    await this.#world.settles();
    return this;
  }

  starts = (payload = ''): Promise<this> => this.#then(this.chat.starts(payload));
  writes = (text: string): Promise<this> => this.#then(this.chat.writes(text));
  presses = (button: string | RegExp): Promise<this> => this.#then(this.chat.presses(button));
  sends = (content: Parameters<Chatter['sends']>[0]): Promise<this> => this.#then(this.chat.sends(content));
  pressesData = (message: number, data: string): Promise<this> => this.#then(this.chat.pressesData(message, data));

  /** Shares the own contact, as somebody new does. */
  async signsUp(): Promise<this> {
    await this.starts();
    await this.presses(/가입하기/);
    return this.presses(/내 번호 보내기/);
  }

  sees = (wanted: string | RegExp): Promise<ChatBubble> => this.chat.sees(wanted);

  /** The bot's newest message. */
  async last(): Promise<ChatBubble> {
    const found = (await this.chat.reads()).messages.findLast(({ from }) => from.isBot);
    if (!found) throw new Error('the bot said nothing');
    return found;
  }

  /** What the newest press of a button was answered with. */
  async toast(): Promise<string | null> {
    return (await this.chat.reads()).answers.at(-1)?.text ?? null;
  }
}
