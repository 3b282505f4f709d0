import type { ColumnType, Model } from './models.ts';
import { isPlain, quoted, type Text } from './text.ts';

type Where = Readonly<Record<string, unknown>>;

/** Longer lists are Prisma's, which knows to split them. SQLite binds 32,766 values, PostgreSQL 65,535. */
const longestList = 5_000;

/** The condition as SQL, `''` for none; null when something in it is not plain. What is undefined counts as not said. */
export function conditionOf(model: Model, where: Where, text: Text): string | null {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(where)) {
    if (value === undefined) continue;
    const part = partOf(model, key, value, text);
    if (part === null) return null;
    parts.push(part);
  }
  return parts.join(' AND ');
}

function partOf(model: Model, key: string, value: unknown, text: Text): string | null {
  const type = model.columns.get(key);
  if (type) return compared(quoted(key), type, value, text);
  if (key === 'AND' || key === 'OR') return Array.isArray(value) ? joined(model, key, value, text) : null;
  return isCompoundKey(model, key, value) ? conditionOf(model, value, text) : null;
}

function joined(model: Model, how: 'AND' | 'OR', branches: readonly Where[], text: Text): string | null {
  const parts = branches.map((branch) => conditionOf(model, branch, text));
  if (parts.length === 0 || parts.some((part) => !part)) return null;
  return `(${parts.map((part) => `(${part})`).join(` ${how} `)})`;
}

/** A unique key over several columns is named after them: terminalId_key. */
function isCompoundKey({ columns }: Model, key: string, value: unknown): value is Where {
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(value);
  return names.join('_') === key && names.every((name) => columns.has(name));
}

function compared(column: string, type: ColumnType, value: unknown, text: Text): string | null {
  if (value === null) return `${column} IS NULL`;
  if (isPlain(value)) return `${column} = ${text.bind(value, type)}`;
  const parts: string[] = [];
  for (const [how, operand] of Object.entries(value as Where)) {
    if (operand === undefined) continue;
    const part = by(column, type, how, operand, text);
    if (part === null) return null;
    parts.push(part);
  }
  return parts.length === 0 ? null : parts.join(' AND ');
}

const comparisons: Readonly<Record<string, string>> = {
  equals: '=',
  not: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

function by(column: string, type: ColumnType, how: string, operand: unknown, text: Text): string | null {
  if (how === 'in' || how === 'notIn') return Array.isArray(operand) ? among(column, type, how, operand, text) : null;
  if (!isPlain(operand)) return null;
  if (operand === null) return how === 'not' ? `${column} IS NOT NULL` : null;
  const sign = comparisons[how];
  return sign === undefined ? null : `${column} ${sign} ${text.bind(operand, type)}`;
}

function among(column: string, type: ColumnType, how: 'in' | 'notIn', list: readonly unknown[], text: Text) {
  if (list.length > longestList || list.some((value) => value === null || !isPlain(value))) return null;
  if (list.length === 0) return how === 'in' ? '1 = 0' : '1 = 1';
  return `${column} ${how === 'in' ? 'IN' : 'NOT IN'} (${list.map((value) => text.bind(value, type)).join(', ')})`;
}
