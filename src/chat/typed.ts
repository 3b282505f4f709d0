/** The digits of what somebody typed, full-width ones too. */
export const digitsIn = (typed: string): string => typed.normalize('NFKC').replace(/[^0-9]/g, '');

/** What was typed as it is said back: on one line, and not long. */
export const shortly = (typed: string): string => {
  const line = typed.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39).replace(/[\ud800-\udbff]$/, '')}…` : line;
};

const yes = new Set(['네', '예', '응', '맞아요', '좋아요', 'ok', 'yes', 'y', 'はい', 'ok', 'うん']);
const no = new Set(['아니요', '아니오', '아뇨', '아니', 'no', 'n', 'いいえ', 'ちがう']);

export function yesOrNo(typed: string): 'yes' | 'no' | null {
  const word = typed.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (yes.has(word)) return 'yes';
  return no.has(word) ? 'no' : null;
}

/** Words on a button without its little picture: what somebody types who would rather type than press. */
export const bare = (label: string): string => label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
