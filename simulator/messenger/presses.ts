import { newQueryId } from '../world/ids.ts';
import type { Chat } from './chat-book.ts';

/** A bot has to answer a press soon. Telegram names no number; 15 s is the shortest that has been seen. */
const answerableMs = 15_000;
const pressLimit = 10_000;

interface Press {
  id: string;
  chat: Chat;
  atMs: number;
}

/** Presses of buttons that wait for the bot's answer. */
export class Presses {
  readonly #waiting = new Map<string, Press>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  add(chat: Chat): string {
    const id = newQueryId();
    this.#waiting.set(id, { id, chat, atMs: this.#now().getTime() });
    for (const old of this.#waiting.keys()) {
      if (this.#waiting.size <= pressLimit) break;
      this.#waiting.delete(old);
    }
    return id;
  }

  /** Where it was pressed; null when it is too old, was answered, or never was. */
  answer(id: string): Chat | null {
    const press = this.#waiting.get(id);
    this.#waiting.delete(id);
    return press && this.#now().getTime() - press.atMs <= answerableMs ? press.chat : null;
  }
}
