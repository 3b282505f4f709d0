import type { Money } from '../money.ts';

export interface AmountRange {
  least: Money;
  most: Money;
}

export interface AmountOutOfRange extends AmountRange {
  kind: 'amount-out-of-range';
}

/** GC-03: the amount must lie within what the shop sells. */
export function checkAmount(amount: Money, range: AmountRange): { kind: 'within' } | AmountOutOfRange {
  const within = amount.minor >= range.least.minor && amount.minor <= range.most.minor;
  return within ? { kind: 'within' } : { kind: 'amount-out-of-range', ...range };
}
