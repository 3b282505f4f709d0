import { type ArgType, type ColumnType, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { ColumnType as ClientType } from '../direct/models.ts';

/** Declared column types as Prisma's SQLite migrations write them. */
const declaredTypes: Readonly<Record<string, ColumnType>> = {
  TEXT: ColumnTypeEnum.Text,
  INTEGER: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  BOOLEAN: ColumnTypeEnum.Boolean,
  DATETIME: ColumnTypeEnum.DateTime,
  REAL: ColumnTypeEnum.Double,
  DECIMAL: ColumnTypeEnum.Numeric,
  BLOB: ColumnTypeEnum.Bytes,
  JSONB: ColumnTypeEnum.Json,
};

/** The type of a column: as declared, or, for an expression, as its first value that is not NULL shows it. */
export function columnTypeOf(declared: string | null, index: number, rows: readonly unknown[][]): ColumnType {
  const known = declared === null ? undefined : declaredTypes[declared.toUpperCase()];
  if (known !== undefined) return known;
  const value = rows.find((row) => row[index] !== null)?.[index];
  switch (typeof value) {
    case 'undefined':
      return ColumnTypeEnum.Int32; // nothing but NULLs: any type will do
    case 'bigint':
      return ColumnTypeEnum.Int64;
    case 'number':
      return ColumnTypeEnum.Double;
    case 'string':
      return ColumnTypeEnum.Text;
    default:
      return ColumnTypeEnum.Bytes;
  }
}

/** Integers come as bigint (safe integers are on); Prisma wants a number where it is exact and text where it is not. */
export function toPrisma(value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** What is bound: instants as ISO 8601 text with milliseconds and Z, integers exactly, never by way of a float. */
export function toSqlite(value: unknown, type: ArgType | undefined): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && type?.scalarType !== 'float' ? BigInt(value) : value;
  if (typeof value !== 'string') return value;
  switch (type?.scalarType) {
    case 'int':
    case 'bigint':
      return BigInt(value);
    case 'float':
    case 'decimal':
      return Number(value);
    case 'datetime':
      return new Date(value).toISOString();
    case 'bytes':
      return Buffer.from(value, 'base64');
    default:
      return value;
  }
}

const clientTypes: Readonly<Record<string, ClientType>> = {
  INTEGER: 'Int',
  BIGINT: 'BigInt',
  BOOLEAN: 'Boolean',
  DATETIME: 'DateTime',
};

/** What the client makes of a column by its declaration; an expression has none, and stays as it is. */
export const declaredClientType = (declared: string | null): ClientType =>
  (declared === null ? undefined : clientTypes[declared.toUpperCase()]) ?? 'String';

/** What SQLite gives (integers as bigint) in the client's types. */
export function toClient(value: unknown, type: ClientType): unknown {
  if (value === null) return null;
  switch (type) {
    case 'DateTime':
      return new Date(value as string);
    case 'Boolean':
      return value === 1n;
    case 'Int':
      return Number(value);
    default:
      return value;
  }
}
