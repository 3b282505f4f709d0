import type { WrittenLanguage } from '../../../wording/written/language.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { OfficeWords } from './office-words.ts';

const words: Record<WrittenLanguage, OfficeWords> = { ko: korean, en: english, ja: japanese };

export const officeWords = (language: WrittenLanguage): OfficeWords => words[language];
