export interface DirectedRun {
  text: string;
  rightToLeft: boolean;
}

type Kind = 'right' | 'left' | 'number' | 'neutral';

const RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const NUMBERS = /(\p{N}+(?:[.,:/]\p{N}+)*)/u;

function kindOf(character: string): Kind {
  if (RIGHT.test(character)) return 'right';
  if (/\p{N}/u.test(character)) return 'number';
  return /\p{L}/u.test(character) ? 'left' : 'neutral';
}

/** Within right-to-left text the parts stand in reverse, but each number reads from the left. */
function rightToLeftRuns(text: string): DirectedRun[] {
  return text
    .split(NUMBERS)
    .map((part, at) => ({ text: part, rightToLeft: at % 2 === 0 }))
    .filter((run) => run.text !== '')
    .reverse();
}

/** How many of the characters after `end` close brackets that were opened within: a pair stays together. */
function closingBrackets(characters: string[], start: number, end: number): number {
  let open = 0;
  for (const character of characters.slice(start, end)) {
    if (/\p{Ps}/u.test(character)) open += 1;
    else if (/\p{Pe}/u.test(character)) open -= 1;
  }
  let closing = 0;
  while (closing < open && /\p{Pe}/u.test(characters[end + closing] ?? '')) closing += 1;
  return closing;
}

/**
 * The runs of a line, in the order in which they are seen from left to right. A card's lines are Korean, Japanese or
 * English, so the paragraph runs from the left and only names are Hebrew or Arabic: of the Unicode bidirectional
 * algorithm (UAX #9) this is the part for one embedded level.
 */
export function visualRuns(text: string): DirectedRun[] {
  if (!RIGHT.test(text)) return [{ text, rightToLeft: false }];
  const characters = [...text];
  const kinds = characters.map(kindOf);
  const runs: DirectedRun[] = [];
  let from = 0;
  while (from < characters.length) {
    const start = kinds.indexOf('right', from);
    if (start < 0) break;
    const left = kinds.indexOf('left', start);
    let end = left < 0 ? characters.length : left;
    while (kinds[end - 1] === 'neutral') end -= 1;
    end += closingBrackets(characters, start, end);
    if (start > from) runs.push({ text: characters.slice(from, start).join(''), rightToLeft: false });
    runs.push(...rightToLeftRuns(characters.slice(start, end).join('')));
    from = end;
  }
  if (from < characters.length) runs.push({ text: characters.slice(from).join(''), rightToLeft: false });
  return runs;
}
