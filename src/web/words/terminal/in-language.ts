import type { WrittenLanguage } from '../../../wording/written/language.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { TerminalWords } from './terminal-words.ts';

const words: Record<WrittenLanguage, TerminalWords> = { ko: korean, en: english, ja: japanese };

export const terminalWords = (language: WrittenLanguage): TerminalWords => words[language];
