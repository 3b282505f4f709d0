/** Currencies that Giftline sells in, with the decimals of their smallest coin (ISO 4217). */
const decimals = { KRW: 0, JPY: 0, USD: 2 } as const;

export type Currency = keyof typeof decimals;

/** An amount in whole units of the currency's smallest coin. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

export const money = (minor: bigint | number, currency: Currency): Money => ({ minor: BigInt(minor), currency });

export const decimalsOf = (currency: Currency): number => decimals[currency];

export const isCurrency = (text: string): text is Currency => Object.hasOwn(decimals, text);

/** A currency read from the database, where only known ones are written. Throws on anything else. */
export function toCurrency(text: string): Currency {
  if (!isCurrency(text)) throw new Error(`not a currency of ours: ${text}`);
  return text;
}
