export type SpokenLanguage = 'ko' | 'en';

/** Something said in one voice. */
export interface Utterance {
  text: string;
  language: SpokenLanguage;
}

type Slot = string | Utterance | readonly Utterance[];

/** A template in one language. A slot in another language is said by that language's voice. */
const speaking =
  (language: SpokenLanguage) =>
  (parts: TemplateStringsArray, ...slots: readonly Slot[]): Utterance[] =>
    joined(parts.flatMap((text, index) => [{ text, language }, ...said(slots[index] ?? '', language)]));

export const ko = speaking('ko');
export const en = speaking('en');

const said = (slot: Slot, language: SpokenLanguage): readonly Utterance[] => {
  if (typeof slot === 'string') return [{ text: slot, language }];
  return 'text' in slot ? [slot] : slot;
};

/** Neighbours in one language become one utterance; what is only punctuation has no voice. */
export function joined(utterances: readonly Utterance[]): Utterance[] {
  const whole: Utterance[] = [];
  for (const { text, language } of utterances) {
    const last = whole.at(-1);
    const silent = !/[\p{L}\p{N}]/u.test(text);
    if (last && (silent || last.language === language)) whole[whole.length - 1] = { ...last, text: last.text + text };
    else if (!silent) whole.push({ text, language });
  }
  return whole.map(({ text, language }) => ({ text: text.replace(/\s+/g, ' ').trim(), language }));
}
