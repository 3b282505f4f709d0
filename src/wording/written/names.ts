/** In characters as people count them: a longer name makes a text message long and tells nobody more. */
const LONGEST_NAME = 40;

/** Of one character: an emoji of a family has eleven, and whoever heaps up accents has hundreds. */
const mostUnits = 16;

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A name on one line, without control characters, cut where it is too long for a text. */
export function shortName(name: string, longest = LONGEST_NAME): string {
  // Far more code units than any name needs, so that splitting into characters stays cheap; a character may hold many.
  const line = name
    .slice(0, longest * 20)
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= Math.min(longest, mostUnits)) return line;
  const all = [...characters.segment(line)].map(({ segment }) => segment.slice(0, mostUnits));
  return all.length <= longest ? all.join('') : `${all.slice(0, longest - 1).join('')}…`;
}
