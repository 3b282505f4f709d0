import { parseWords, type WordsRefusal } from '../words.ts';

/** RC-04. What a customer asks a shop for. */
export type Want =
  | { kind: 'percentage'; percent: number }
  | { kind: 'amount'; minor: bigint }
  | { kind: 'gift-item'; item: string };


const mostItemCharacters = 40;
export const mostWordsCharacters = 200;
/** A wish for more is a joke, and would stand in the shop's plot as the largest bar. */
const mostPercent = 90;
const mostMinor = 1_000_000n;

export type WantRefusal =
  | { kind: 'percent-out-of-range'; most: number }
  | { kind: 'amount-out-of-range'; most: bigint }
  | { kind: 'item'; because: WordsRefusal };

/** A want as it may be kept, or what is wrong with it. */
export function checkWant(want: Want): { kind: 'want'; want: Want } | WantRefusal {
  switch (want.kind) {
    case 'percentage': {
      const good = Number.isInteger(want.percent) && want.percent >= 1 && want.percent <= mostPercent;
      return good ? { kind: 'want', want } : { kind: 'percent-out-of-range', most: mostPercent };
    }
    case 'amount': {
      const good = want.minor > 0n && want.minor <= mostMinor;
      return good ? { kind: 'want', want } : { kind: 'amount-out-of-range', most: mostMinor };
    }
    case 'gift-item': {
      const item = parseWords(want.item, mostItemCharacters);
      return item.kind === 'words'
        ? { kind: 'want', want: { ...want, item: item.words } }
        : { kind: 'item', because: item };
    }
  }
}
