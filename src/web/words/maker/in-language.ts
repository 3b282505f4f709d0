import type { WrittenLanguage } from '../../../wording/written/language.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { MakerWords } from './maker-words.ts';

const words: Record<WrittenLanguage, MakerWords> = { ko: korean, en: english, ja: japanese };

export const makerWords = (language: WrittenLanguage): MakerWords => words[language];
