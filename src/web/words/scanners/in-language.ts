import type { WrittenLanguage } from '../../../wording/written/language.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { ScannerWords } from './scanner-words.ts';

const words: Record<WrittenLanguage, ScannerWords> = { ko: korean, en: english, ja: japanese };

export const scannerWords = (language: WrittenLanguage): ScannerWords => words[language];
