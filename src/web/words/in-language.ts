import type { FastifyRequest } from 'fastify';
import {
  languageAskedFor,
  languageOfLocale,
  type WrittenLanguage,
  writtenLanguages,
} from '../../wording/written/language.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { PageWords } from './page-words.ts';

const words: Record<WrittenLanguage, PageWords> = { ko: korean, en: english, ja: japanese };

export const wordsIn = (language: WrittenLanguage): PageWords => words[language];

/** What the reader's browser asks for; else what we know of the reader. */
export const languageOfReader = (request: FastifyRequest, locale: string): WrittenLanguage =>
  languageAskedFor(request.headers['accept-language']) ?? languageOfLocale(locale);

/** What the address of a picture asks for: that of the page where it stands. */
export function languageOfPicture(request: FastifyRequest): WrittenLanguage | null {
  const { language } = request.query as { language?: unknown };
  return typeof language === 'string' ? languageAskedFor(language) : null;
}

/** For pages of nobody in particular: what was chosen here; Korean where the browser asks for nothing that we write. */
export const languageOfBrowser = (request: FastifyRequest): WrittenLanguage =>
  chosenLanguage(request) ?? languageOfReader(request, 'ko');

/** By the cookie of the pages behind the sign-in, with or without the prefix that it has on https. */
function chosenLanguage({ headers }: FastifyRequest): WrittenLanguage | undefined {
  const [, chosen] = /(?:^|; ?)(?:__Host-)?giftline-language=(\w+)/.exec(headers.cookie ?? '') ?? [];
  return writtenLanguages.find((language) => language === chosen);
}
