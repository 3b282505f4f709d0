/** Longer texts are cut: no line of a card can show more. In UTF-16 units. */
const LONGEST_TEXT = 400;

/**
 * Makes a text from outside fit to be drawn: one line, composed characters, at most three marks on a letter (stacks of
 * marks would grow over the lines above), no control or direction characters (an override would show 50,000 as 000,05).
 * Joiners stay, since emoji and Arabic need them.
 */
export function plainText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Cs}]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
}
