import type { Want } from '../../core/coupons/want.ts';
import type { PlainWant } from '../../core/messages/message-facts.ts';

interface WantRow {
  want: string;
  percent: number | null;
  minor: bigint | null;
  item: string | null;
}

/** What was asked for, from its row. Throws when the row is none of ours. */
export function toWant({ want, percent, minor, item }: WantRow): Want {
  if (want === 'percentage' && percent !== null) return { kind: 'percentage', percent };
  if (want === 'amount' && minor !== null) return { kind: 'amount', minor };
  if (want === 'gift-item' && item !== null) return { kind: 'gift-item', item };
  throw new Error(`a request wants nothing: ${want}`);
}

export const fromWant = (want: Want) => ({
  want: want.kind,
  percent: want.kind === 'percentage' ? want.percent : null,
  minor: want.kind === 'amount' ? want.minor : null,
  item: want.kind === 'gift-item' ? want.item : null,
});

export const toPlainWant = (want: Want): PlainWant =>
  want.kind === 'amount' ? { kind: 'amount', minor: String(want.minor) } : want;
