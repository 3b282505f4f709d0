import type { ColumnType, Model } from './models.ts';

export type Dialect = 'sqlite' | 'postgresql';

/** SQL as it is being written, with the values that are bound to it. */
export class Text {
  readonly values: unknown[] = [];
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** Keeps the value and gives what stands for it in the text. */
  bind(value: unknown, type: ColumnType): string {
    this.values.push(inOwnType(value, type));
    return this.#dialect === 'sqlite' ? '?' : `$${this.values.length}`;
  }
}

/** Prisma also takes an instant as text, and a big integer as a number. */
function inOwnType(value: unknown, type: ColumnType): unknown {
  if (type === 'DateTime' && typeof value === 'string') return new Date(value);
  return type === 'BigInt' && typeof value === 'number' ? BigInt(value) : value;
}

/** Columns of a row that is read, in their order. */
export type Columns = readonly (readonly [name: string, type: ColumnType])[];

export const quoted = (name: string): string => `"${name}"`;

export const listed = (columns: Columns): string => columns.map(([name]) => quoted(name)).join(', ');

export const allColumns = ({ columns }: Model): Columns => [...columns];

/** A single value that a column can hold: anything else is for Prisma. */
export const isPlain = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date;
