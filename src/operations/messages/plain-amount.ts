import type { PlainMoney } from '../../core/messages/message-facts.ts';
import { type Money, toCurrency } from '../../core/money.ts';

/** Money as a message keeps it: JSON has no bigint. */
export const plainMoney = ({ minor, currency }: Money): PlainMoney => ({ minor: String(minor), currency });

/** The same, of a row with an amount. */
export const toPlain = ({ amount, currency }: { amount: bigint; currency: string }): PlainMoney =>
  plainMoney({ minor: amount, currency: toCurrency(currency) });
