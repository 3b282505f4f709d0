import type { Money } from '../core/money.ts';

/** An amount as JSON carries it. Throws where a double could not hold it: better no answer than a wrong one. */
export function wholeNumber(minor: bigint): number {
  const number = Number(minor);
  if (!Number.isSafeInteger(number)) throw new RangeError('an amount is too large for JSON');
  return number;
}

/** The facts of a refusal without its kind: amounts as integers with their currency beside them, instants in ISO 8601. */
export function plainFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (name === 'kind') continue;
    if (isMoney(value)) Object.assign(plain, { [name]: wholeNumber(value.minor), currency: value.currency });
    else plain[name] = value instanceof Date ? value.toISOString() : value;
  }
  return plain;
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value && typeof value.minor === 'bigint';
