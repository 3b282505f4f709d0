import { writtenLanguages } from '../../wording/written/language.ts';
import type { Bot } from './bot.ts';
import { commandsIn } from './commands.ts';

/** What the bot wants to be told. */
const kinds = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
const mostConnections = 40;

/** Tells the messenger where updates go, and what stands in the bot's menu. */
export async function setUpBot(bot: Bot, { publicUrl, secret }: { publicUrl: string; secret: string }): Promise<void> {
  const telegraf = await bot.open();
  const { telegram } = telegraf;
  telegraf.botInfo ??= await telegram.getMe();
  bot.username = telegraf.botInfo.username;
  await telegram.setWebhook(`${publicUrl}/chat/telegram`, {
    secret_token: secret,
    allowed_updates: [...kinds],
    max_connections: mostConnections,
    drop_pending_updates: false,
  });
  const scope = { type: 'all_private_chats' } as const;
  for (const language of writtenLanguages) {
    await telegram.setMyCommands(commandsIn(language), { scope, language_code: language });
  }
  // For everybody whose own language is another one.
  await telegram.setMyCommands(commandsIn('en'), { scope });
}
