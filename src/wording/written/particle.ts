import { josa } from 'es-hangul';

/** How a Latin letter or a figure at the end sounds in Korean: with a final consonant, or with ㄹ. */
const ending: Record<string, string> = {
  ...{ 0: '영', 1: '일', 3: '삼', 6: '육', 7: '칠', 8: '팔' },
  ...{ l: '엘', m: '엠', n: '엔', r: '알' },
};

type Particle = Parameters<typeof josa.pick>[1];

/** The particle behind a word, which may end in a figure, a sign or another script's letter. */
export function particle(word: string, which: Particle): string {
  const last = [...word.normalize('NFC').toLowerCase()].findLast((sign) => /[\p{L}\p{N}%]/u.test(sign)) ?? '';
  if (/[가-힣]/.test(last)) return josa.pick(last, which);
  const sounds = /[a-z]r$/i.test(word) ? '어' : (ending[last] ?? (last === 'ん' || last === 'ン' ? '엔' : '어'));
  return josa.pick(sounds, which);
}
