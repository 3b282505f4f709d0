import { hasCardNumber } from './payments/card-number.ts';

export type WordsRefusal = { kind: 'empty' } | { kind: 'too-long'; most: number } | { kind: 'card-number' };

/** Trimmed, in one Unicode form, without control characters and signs that turn the direction of writing. */
export const cleanWords = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\u200d]/gu, '')
    .trim();

/**
 * What somebody wrote in words of their own, to be kept and shown: trimmed, in one Unicode form, without control
 * characters. `most` counts characters as people see them. A card number is refused, for it must stand nowhere.
 */
export function parseWords(typed: string, most: number): { kind: 'words'; words: string } | WordsRefusal {
  const words = cleanWords(typed);
  if (words === '') return { kind: 'empty' };
  const seen = [...new Intl.Segmenter().segment(words.slice(0, most * 16))].length;
  if (seen > most || words.length > most * 16) return { kind: 'too-long', most };
  return hasCardNumber(words) ? { kind: 'card-number' } : { kind: 'words', words };
}
