import { createHash } from 'node:crypto';
import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { DirectDatabase } from '../direct/database.ts';

/** A pool, or one connection of it. */
type Asked = Pick<pg.Pool, 'query'>;

interface Answer {
  rows: unknown[][];
  fields: { name: string }[];
  rowCount: number | null;
}

/** Statements are prepared under a name, up to this many; lists of any length would make ever new ones. */
const mostNames = 300;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** https://www.postgresql.org/docs/current/catalog-pg-type.html, by their ids. */
const int8 = 20;
const timestamp = 1114;
const numeric = 1700;
/** As the client types them: instants are written in UTC without saying so, sums of integers are numerics. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [int8]: (text) => BigInt(text),
  [numeric]: (text) => (/^-?\d+$/.test(text) ? BigInt(text) : Number(text)),
  [timestamp]: (text) => new Date(`${text.replace(' ', 'T')}Z`),
};
const types = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    parsers[id] ?? pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
};

const bound = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

async function ask(asked: Asked, text: string, values: readonly unknown[]): Promise<Answer> {
  const name = nameOf(text);
  const query = { text, values: values.map(bound), rowMode: 'array' as const, types, ...(name ? { name } : {}) };
  try {
    return (await asked.query(query)) as unknown as Answer;
  } catch (error) {
    throw toDriverError(error);
  }
}

/** Statements straight to PostgreSQL. */
export const statementsOn = (
  asked: Asked,
): DirectDatabase & { records<T>(text: string, values: readonly unknown[]): Promise<T[]> } => ({
  dialect: 'postgresql',
  rows: async (text, values) => (await ask(asked, text, values)).rows,
  change: async (text, values) => (await ask(asked, text, values)).rowCount ?? 0,
  async records<T>(text: string, values: readonly unknown[]) {
    const { rows, fields } = await ask(asked, text, values);
    return rows.map((row) => Object.fromEntries(fields.map(({ name }, index) => [name, row[index]])) as T);
  },
});

/** A database error in the words of Prisma's drivers, so that the gate knows it whichever way it came. */
export function toDriverError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = '', message, constraint } = error;
  return new DriverAdapterError({ originalCode: code, originalMessage: message, ...mapped(code, message, constraint) });
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function mapped(code: string, message: string, constraint: string | undefined): MappedError {
  switch (code) {
    case '23505':
      return { kind: 'UniqueConstraintViolation', ...(constraint ? { constraint: { index: constraint } } : {}) };
    case '40001':
    case '40P01':
      return { kind: 'TransactionWriteConflict' };
    default:
      return {
        kind: 'postgres',
        code,
        severity: 'ERROR',
        message,
        detail: undefined,
        column: undefined,
        hint: undefined,
      };
  }
}
