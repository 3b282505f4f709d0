import type { WrittenLanguage } from '../../wording/written/language.ts';
import { chatWords } from '../words/words.ts';

/** What stands in the bot's menu. */
export const commandsIn = (language: WrittenLanguage) =>
  Object.entries(chatWords[language].conversation.commands).map(([command, description]) => ({ command, description }));
