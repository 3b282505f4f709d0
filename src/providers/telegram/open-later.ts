import type { Telegram } from 'telegraf';

export interface TelegramAccess {
  token: string;
  /** Null: api.telegram.org. */
  apiUrl: string | null;
}

/** The client, which is loaded with the first message. */
export type OpenTelegram = () => Promise<Telegram>;

export function openTelegramLater({ token, apiUrl }: TelegramAccess): OpenTelegram {
  let opened: Promise<Telegram> | undefined;
  return () => {
    opened ??= import('telegraf').then(({ Telegram }) => new Telegram(token, apiUrl ? { apiRoot: apiUrl } : {}));
    return opened;
  };
}
