import type { PartialName } from '../../core/recipients/partial-name.ts';
import { en, ko, type SpokenLanguage, type Utterance } from './utterance.ts';

/** Longer names are cut, so that a prompt stays short whatever was registered. */
const longestName = 30;

/** A name in the voice of its own language. */
export function spokenName(name: string): Utterance {
  const clean = name.replace(/[\p{C}<>&]/gu, ' ').trim();
  return { text: [...clean].slice(0, longestName).join(''), language: /[가-힣]/.test(clean) ? 'ko' : 'en' };
}

/** What may be heard of a recipient's name (GC-07): all of it, some of it, or that nobody knows it. */
export type HeardName = { kind: 'full'; name: string } | PartialName | { kind: 'unknown' };

/** For who has heard names said here before. */
export function brieflySpokenRecipient(name: HeardName, language: SpokenLanguage): Utterance[] {
  if (name.kind === 'unknown') return language === 'ko' ? ko`이름은 알 수 없어요.` : en`No name is known.`;
  if (name.kind !== 'korean' || name.lastSyllable === null) return spokenRecipient(name, language);
  const { surname, lastSyllable } = name;
  return language === 'ko'
    ? ko`성은 ${surname}, 끝은 ${lastSyllable},`
    : en`Name ${spokenName(`${surname}, ${lastSyllable}`)}.`;
}

export function spokenRecipient(name: HeardName, language: SpokenLanguage): Utterance[] {
  return language === 'ko' ? inKorean(name) : inEnglish(name);
}

function inKorean(name: HeardName): Utterance[] {
  switch (name.kind) {
    case 'full':
      return ko`${spokenName(name.name)} 님.`;
    case 'korean':
      return name.lastSyllable === null
        ? ko`성은 ${name.surname}.`
        : ko`성은 ${name.surname}, 끝 글자는 ${name.lastSyllable}.`;
    case 'other':
      return ko`이름의 첫 글자는 ${initials(name.initials)}.`;
    case 'unknown':
      return ko`이름은 확인되지 않습니다.`;
  }
}

function inEnglish(name: HeardName): Utterance[] {
  switch (name.kind) {
    case 'full':
      return en`${spokenName(name.name)}.`;
    case 'korean': {
      const surname = spokenName(name.surname);
      return name.lastSyllable === null
        ? en`Family name ${surname}.`
        : en`Family name ${surname}, last syllable ${spokenName(name.lastSyllable)}.`;
    }
    case 'other':
      return en`Initials ${initials(name.initials)}.`;
    case 'unknown':
      return en`The name is not known.`;
  }
}

/** At most four: a name of more words is known by then. */
const initials = (letters: readonly string[]): Utterance => spokenName(letters.slice(0, 4).join(', '));
