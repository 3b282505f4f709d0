/** What a step listens for. */
export type Listen = OneKey | Digits | Recording;

export interface OneKey {
  kind: 'one-key';
  /** Key → the name of what it chooses. */
  keys: Readonly<Record<string, string>>;
}

export interface Digits {
  kind: 'digits';
  least: number;
  most: number;
  /** Shorter entries that mean something of their own, such as `0`. */
  also: readonly string[];
  /** Never to be shown or kept. */
  secret: boolean;
}

export interface Recording {
  kind: 'recording';
  mostSeconds: number;
}

export const oneKey = <const K extends Readonly<Record<number, string>>>(keys: K): OneKey & { keys: K } => ({
  kind: 'one-key',
  keys,
});

export const digitsUntilHash = (least: number, most = least, ...also: string[]): Digits => ({
  kind: 'digits',
  least,
  most,
  also,
  secret: false,
});

export const secretUntilHash = (least: number, most: number): Digits => ({
  kind: 'digits',
  least,
  most,
  also: [],
  secret: true,
});

export const recordUpTo = (mostSeconds: number): Recording => ({ kind: 'recording', mostSeconds });
