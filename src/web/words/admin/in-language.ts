import type { WrittenLanguage } from '../../../wording/written/language.ts';
import type { AdminWords } from './admin-words.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';

const words: Record<WrittenLanguage, AdminWords> = { ko: korean, en: english, ja: japanese };

export const adminWords = (language: WrittenLanguage): AdminWords => words[language];
