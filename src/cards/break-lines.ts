const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const japaneseWords = new Intl.Segmenter('ja', { granularity: 'word' });

const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What may not begin a line: closing marks, small kana, the long-vowel sign (JIS X 4051, in brief). */
const CLINGS = /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;

export const graphemesOf = (text: string): string[] => [...graphemes.segment(text)].map((part) => part.segment);

/** The pieces between which a line may break: at spaces, and in Japanese also between words. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.split(/(?<= )/)) {
    if (!IDEOGRAPHIC.test(word)) {
      pieces.push(word);
      continue;
    }
    let open = false;
    for (const { segment } of japaneseWords.segment(word)) {
      const last = pieces.length - 1;
      const joins = last >= 0 && (open || (CLINGS.test(segment) && !pieces[last]?.endsWith(' ')) || segment === ' ');
      if (joins) pieces[last] += segment;
      else pieces.push(segment);
      open = OPENS.test(segment);
    }
  }
  return pieces;
}

/**
 * Breaks a text into lines of at most `width`, in whatever unit `widthOf` measures. A piece that is wider than a whole
 * line is broken between characters.
 */
export function breakLines(text: string, width: number, widthOf: (part: string) => number): string[] {
  if (text !== '' && widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const put = (part: string) => {
    const wide = widthOf(part);
    if (line !== '' && used + widthOf(part.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += part;
    used += wide;
  };
  for (const piece of piecesOf(text)) {
    if (widthOf(piece.trimEnd()) <= width) put(piece);
    else graphemesOf(piece).forEach(put);
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
