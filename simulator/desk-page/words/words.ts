import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en.ts';
import { ko, type Words } from './ko.ts';

export type Language = 'ko' | 'en';

export type { Words };

const all: Record<Language, Words> = { ko, en };

const InLanguage = createContext<Language>('en');

export const LanguageOf = InLanguage.Provider;

export const useLanguage = (): Language => useContext(InLanguage);

/** The page's words in the language that is chosen. */
export const useWords = (): Words => all[useLanguage()];
