import type { AnyNotice, NoticeName, NoticeOf, Notices } from './notices.ts';
import { englishNotices } from './notices-en.ts';
import { koreanNotices } from './notices-ko.ts';
import type { PromptFacts, PromptForm, PromptName, Prompts } from './prompts.ts';
import { englishPrompts } from './prompts-en.ts';
import { koreanPrompts } from './prompts-ko.ts';
import { joined, type SpokenLanguage, type Utterance } from './utterance.ts';

export const prompts: Record<SpokenLanguage, Prompts> = { ko: koreanPrompts, en: englishPrompts };
export const notices: Record<SpokenLanguage, Notices> = { ko: koreanNotices, en: englishNotices };

export function speakPrompt<K extends PromptName>(
  language: SpokenLanguage,
  name: K,
  form: PromptForm,
  facts: PromptFacts[K],
): Utterance[] {
  const prompt = prompts[language][name];
  return spaced((prompt[form] ?? prompt.first)(facts));
}

/** `telling`: 2 where the same step says no a second time. */
export function speakNotice<K extends NoticeName>(
  language: SpokenLanguage,
  notice: NoticeOf<K>,
  telling: number,
): Utterance[] {
  const [first, second] = notices[language][notice.kind as K];
  return spaced((telling > 1 ? second : first)(notice));
}

export const isNotice = (outcome: { kind: string }): outcome is AnyNotice => Object.hasOwn(koreanNotices, outcome.kind);

/** One utterance for each change of voice; sentences of one voice keep a space between them. */
export const spaced = (said: readonly Utterance[]): Utterance[] =>
  joined(said.map(({ text, language }) => ({ text: `${text} `, language })));
