import type { Context, Telegraf, Telegram } from 'telegraf';

export interface BotAccount {
  token: string;
  /** Null: api.telegram.org. */
  apiUrl: string | null;
  /** What the messenger sends with every update. */
  webhookSecret: string;
}

type Update = Context['update'];

/** Nobody waits for an answer longer than this. */
const handlerTimeoutMs = 30_000;

/** telegraf takes some 15 MB, and is loaded when the bot first has something to say. */
export class Bot {
  readonly #account: BotAccount;
  readonly #answer: (update: Update, telegram: Telegram, username: string) => Promise<void>;
  #opened: Promise<Telegraf> | undefined;

  constructor(account: BotAccount, answer: (update: Update, telegram: Telegram, username: string) => Promise<void>) {
    this.#account = account;
    this.#answer = answer;
  }

  username: string | null = null;

  /** Rejects when the update could not be answered. */
  async handle(update: object): Promise<void> {
    const telegraf = await this.open();
    await telegraf.handleUpdate(update as Update);
  }

  open(): Promise<Telegraf> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  async #open(): Promise<Telegraf> {
    const { Telegraf } = await import('telegraf');
    const { token, apiUrl } = this.#account;
    const telegraf = new Telegraf(token, {
      handlerTimeout: handlerTimeoutMs,
      telegram: { webhookReply: false, ...(apiUrl !== null && { apiRoot: apiUrl }) },
    });
    telegraf.use((context) => this.#answer(context.update, context.telegram, context.botInfo.username));
    // telegraf's own way would write to the console and set the exit code.
    telegraf.catch((error) => {
      throw error;
    });
    return telegraf;
  }
}
