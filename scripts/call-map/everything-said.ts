import type { NoticeName, NoticeOf } from '../../src/wording/spoken/notices.ts';
import type { PromptFacts, PromptForm, PromptName } from '../../src/wording/spoken/prompts.ts';
import { prompts, speakNotice, speakPrompt } from '../../src/wording/spoken/speak.ts';
import type { SpokenLanguage, Utterance } from '../../src/wording/spoken/utterance.ts';
import { demoNotices, demoPrompts } from './demo-facts.ts';

export const languages = ['ko', 'en'] as const satisfies readonly SpokenLanguage[];

export interface SaidPrompt {
  name: PromptName;
  form: PromptForm;
  language: SpokenLanguage;
  said: Utterance[];
}

export interface SaidNotice {
  name: NoticeName;
  telling: 1 | 2;
  language: SpokenLanguage;
  said: Utterance[];
}

export const promptNames = Object.keys(demoPrompts) as PromptName[];
export const noticeNames = Object.keys(demoNotices) as NoticeName[];

export const formsOf = (language: SpokenLanguage, name: PromptName): PromptForm[] =>
  prompts[language][name].short ? ['first', 'again', 'short'] : ['first', 'again'];

/** One prompt in one form, with everything that it may be told among the demo people. */
export function sayings<K extends PromptName>(language: SpokenLanguage, name: K, form: PromptForm): SaidPrompt[] {
  const facts: readonly PromptFacts[K][] = demoPrompts[name];
  return facts.map((told) => ({ name, form, language, said: speakPrompt(language, name, form, told) }));
}

export const allPrompts = (): SaidPrompt[] =>
  languages.flatMap((language) =>
    promptNames.flatMap((name) => formsOf(language, name).flatMap((form) => sayings(language, name, form))),
  );

export const noticesOf = (language: SpokenLanguage, name: NoticeName, telling: 1 | 2): SaidNotice[] =>
  demoNotices[name].map((facts) => {
    const said = speakNotice(language, { kind: name, ...facts } as NoticeOf<typeof name>, telling);
    return { name, telling, language, said };
  });

export const allNotices = (): SaidNotice[] =>
  languages.flatMap((language) =>
    noticeNames.flatMap((name) => ([1, 2] as const).flatMap((telling) => noticesOf(language, name, telling))),
  );
