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

/** Neighbours in one language become one utterance. Punctuation and spaces belong to the word before them. */
export function joined(utterances: readonly Utterance[]): Utterance[] {
  const whole: Utterance[] = [];
  const append = (text: string) => {
    const last = whole.pop();
    if (last) whole.push({ ...last, text: last.text + text });
  };
  for (const { text, language } of utterances) {
    if (whole.at(-1)?.language === language) append(text);
    else {
      const word = text.search(/[\p{L}\p{N}]/u);
      append(word < 0 ? text : text.slice(0, word));
      if (word >= 0) whole.push({ text: text.slice(word), language });
    }
  }
  return whole.map(({ text, language }) => ({ text: text.replace(/\s+/g, ' ').trim(), language }));
}
