import { conditionOf } from './conditions.ts';
import type { DirectDatabase } from './database.ts';
import type { Model } from './models.ts';
import type { Row } from './read.ts';
import { allColumns, isPlain, listed, quoted, Text } from './text.ts';

type Data = Readonly<Record<string, unknown>>;

/** Rows of one insert. Few sizes, so that few statements are prepared. */
const batches = [64, 16, 4, 1];

/** The row as it was written; null when the data is not plain. */
export async function createRow(database: DirectDatabase, model: Model, args: { data?: Data }): Promise<Row | null> {
  const { data = {}, ...others } = args;
  const names = namesIn(model, data);
  if (!names || Object.keys(others).length > 0) return null;
  const text = new Text(database.dialect);
  const columns = allColumns(model);
  const insert = `${insertInto(model, names)} ${tuple(model, names, data, text)} RETURNING ${listed(columns)}`;
  const [row] = await database.rows(insert, text.values, columns);
  if (!row) throw new Error(`${model.name}: a row was written and is not there`);
  return Object.fromEntries(columns.map(([name], index) => [name, row[index]]));
}

export async function createRows(
  database: DirectDatabase,
  model: Model,
  args: { data?: Data | readonly Data[] },
): Promise<{ count: number } | null> {
  const { data = [], ...others } = args;
  if (!Array.isArray(data) || Object.keys(others).length > 0) return null;
  const [first, ...rest] = data as Data[];
  if (!first) return { count: 0 };
  const names = namesIn(model, first);
  const alike = (row: Data) => namesIn(model, row)?.join() === names?.join();
  if (!names || !rest.every(alike)) return null;
  let count = 0;
  for (const size of batches) {
    while (data.length - count >= size) {
      const text = new Text(database.dialect);
      const tuples = data.slice(count, count + size).map((row) => tuple(model, names, row, text));
      count += await database.change(`${insertInto(model, names)} ${tuples.join(', ')}`, text.values);
    }
  }
  return { count };
}

interface UpdateArgs {
  where?: Data;
  data?: Data;
}

export async function updateRows(
  database: DirectDatabase,
  model: Model,
  args: UpdateArgs,
): Promise<{ count: number } | null> {
  const text = new Text(database.dialect);
  const update = updateOf(model, args, text);
  return update === null ? null : { count: await database.change(update, text.values) };
}

/** Null also when there is no such row: Prisma then says so in its own way. */
export async function updateRow(database: DirectDatabase, model: Model, args: UpdateArgs): Promise<Row | null> {
  const text = new Text(database.dialect);
  const update = updateOf(model, args, text);
  if (update === null) return null;
  const columns = allColumns(model);
  const [row] = await database.rows(`${update} RETURNING ${listed(columns)}`, text.values, columns);
  return row ? Object.fromEntries(columns.map(([name], index) => [name, row[index]])) : null;
}

export async function deleteRows(
  database: DirectDatabase,
  model: Model,
  { where = {}, ...others }: { where?: Data },
): Promise<{ count: number } | null> {
  const text = new Text(database.dialect);
  const condition = conditionOf(model, where, text);
  if (!condition || Object.keys(others).length > 0) return null;
  return { count: await database.change(`DELETE FROM ${quoted(model.name)} WHERE ${condition}`, text.values) };
}

function updateOf(model: Model, { where = {}, data = {}, ...others }: UpdateArgs, text: Text): string | null {
  if (Object.keys(others).length > 0) return null;
  const changes: string[] = [];
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const change = changeOf(model, name, value, text);
    if (change === null) return null;
    changes.push(change);
  }
  const condition = conditionOf(model, where, text);
  if (changes.length === 0 || !condition) return null;
  return `UPDATE ${quoted(model.name)} SET ${changes.join(', ')} WHERE ${condition}`;
}

function changeOf({ columns }: Model, name: string, value: unknown, text: Text): string | null {
  const type = columns.get(name);
  if (!type) return null;
  const column = quoted(name);
  if (isPlain(value)) return `${column} = ${text.bind(value, type)}`;
  const [[how, by] = ['', null], ...more] = Object.entries(value as Data);
  if (more.length > 0 || by === null || !isPlain(by)) return null;
  if (how === 'increment') return `${column} = ${column} + ${text.bind(by, type)}`;
  if (how === 'decrement') return `${column} = ${column} - ${text.bind(by, type)}`;
  return null;
}

/** The columns that are given, in the model's order; null when there is more than plain values of columns. */
function namesIn({ columns }: Model, data: Data): string[] | null {
  const given = Object.entries(data).filter(([, value]) => value !== undefined);
  if (given.length === 0 || !given.every(([name, value]) => columns.has(name) && isPlain(value))) return null;
  return [...columns.keys()].filter((name) => data[name] !== undefined);
}

const insertInto = ({ name }: Model, names: readonly string[]): string =>
  `INSERT INTO ${quoted(name)} (${names.map(quoted).join(', ')}) VALUES`;

const tuple = ({ columns }: Model, names: readonly string[], data: Data, text: Text): string =>
  `(${names.map((name) => text.bind(data[name], columns.get(name) ?? 'String')).join(', ')})`;
