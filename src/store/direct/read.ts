import { conditionOf } from './conditions.ts';
import type { DirectDatabase } from './database.ts';
import { type Model, modelNamed } from './models.ts';
import { orderOf, type Selection, selectionOf } from './selection.ts';
import { listed, quoted, Text } from './text.ts';

export type Row = Record<string, unknown>;

interface FindArgs {
  where?: Record<string, unknown>;
  orderBy?: unknown;
  take?: number;
  skip?: number;
  select?: unknown;
  include?: unknown;
}

/** The rows, at most `most`; null when the question is not a plain one. */
export async function findRows(
  database: DirectDatabase,
  model: Model,
  args: FindArgs,
  most?: number,
): Promise<Row[] | null> {
  const { where = {}, orderBy, take = most, skip, ...asked } = args;
  const text = new Text(database.dialect);
  const selection = selectionOf(model, asked);
  const condition = conditionOf(model, where, text);
  const order = orderOf(model, orderBy);
  if (!selection || condition === null || order === null || (take !== undefined && take < 0)) return null;
  const limit = take === undefined ? '' : ` LIMIT ${text.bind(take, 'Int')}`;
  const offset = skip === undefined ? '' : ` OFFSET ${text.bind(skip, 'Int')}`;
  if (offset !== '' && limit === '') return null;
  const filter = condition === '' ? '' : ` WHERE ${condition}`;
  const from = `SELECT ${listed(selection.columns)} FROM ${quoted(model.name)}`;
  const rows = await database.rows(`${from}${filter}${order}${limit}${offset}`, text.values, selection.columns);
  return assemble(database, selection, rows);
}

/** Gives each row its parents, with one more statement for each kind of parent. */
async function assemble(database: DirectDatabase, selection: Selection, rows: unknown[][]): Promise<Row[]> {
  const { columns, shown, parents } = selection;
  const made = rows.map((row) => {
    const record: Row = {};
    for (let index = 0; index < shown; index++) record[columns[index]?.[0] ?? ''] = row[index];
    return record;
  });
  for (const { name, parent, selection: wanted } of parents) {
    const place = columns.findIndex(([column]) => column === parent.by);
    const keys = rows.map((row) => row[place]);
    const found = await parentsById(database, modelNamed(parent.model), wanted, keys);
    for (const [index, record] of made.entries()) record[name] = found.get(keys[index]) ?? null;
  }
  return made;
}

/** Bound at once at the most. */
const mostKeys = 500;

async function parentsById(database: DirectDatabase, model: Model, selection: Selection, keys: unknown[]) {
  const found = new Map<unknown, Row>();
  const ids = [...new Set(keys)].filter((key) => key !== null);
  const idType = model.columns.get('id') ?? 'String';
  const columns = [...selection.columns, ['id', idType] as const];
  for (let from = 0; from < ids.length; from += mostKeys) {
    const text = new Text(database.dialect);
    const marks = ids.slice(from, from + mostKeys).map((id) => text.bind(id, idType));
    const query = `SELECT ${listed(columns)} FROM ${quoted(model.name)} WHERE "id" IN (${marks.join(', ')})`;
    const rows = await database.rows(query, text.values, columns);
    const records = await assemble(database, selection, rows);
    for (const [index, record] of records.entries()) found.set(rows[index]?.at(-1), record);
  }
  return found;
}

/** Null when the question is not a plain one. */
export async function countRows(
  database: DirectDatabase,
  model: Model,
  { where = {}, ...others }: FindArgs,
): Promise<number | null> {
  const text = new Text(database.dialect);
  const condition = conditionOf(model, where, text);
  if (condition === null || Object.keys(others).length > 0) return null;
  const filter = condition === '' ? '' : ` WHERE ${condition}`;
  const query = `SELECT COUNT(*) AS "count" FROM ${quoted(model.name)}${filter}`;
  const [row] = await database.rows(query, text.values, [['count', 'Int']]);
  return Number(row?.[0] ?? 0);
}

/** Sums of whole columns; null when anything else is asked for. */
export async function sumRows(
  database: DirectDatabase,
  model: Model,
  { where = {}, _sum, ...others }: { where?: Record<string, unknown>; _sum?: Record<string, unknown> },
): Promise<{ _sum: Row } | null> {
  const text = new Text(database.dialect);
  const condition = conditionOf(model, where, text);
  const columns = [...model.columns].filter(([name, type]) => _sum?.[name] === true && type === 'BigInt');
  const plain = condition !== null && Object.keys(others).length === 0;
  if (!plain || columns.length === 0 || columns.length !== Object.keys(_sum ?? {}).length) return null;
  // PostgreSQL's sum of bigint is a numeric.
  const sums = columns.map(([name]) => `CAST(SUM(${quoted(name)}) AS BIGINT) AS ${quoted(name)}`).join(', ');
  const filter = condition === '' ? '' : ` WHERE ${condition}`;
  const [row = []] = await database.rows(`SELECT ${sums} FROM ${quoted(model.name)}${filter}`, text.values, columns);
  return { _sum: Object.fromEntries(columns.map(([name], index) => [name, row[index] ?? null])) };
}
