import { type Model, modelNamed, type Parent } from './models.ts';
import { type Columns, quoted } from './text.ts';

/** What is wanted of a row: some of its columns, and some of what it points at. */
export interface Selection {
  /** Everything that is read, the foreign keys of the parents too. */
  columns: Columns;
  /** How many of the columns, from the first, are asked for; the rest only lead to parents. */
  shown: number;
  parents: readonly { name: string; parent: Parent; selection: Selection }[];
}

interface Asked {
  select?: unknown;
  include?: unknown;
}

type Choice = Readonly<Record<string, unknown>>;

const isChoice = (value: unknown): value is Choice => typeof value === 'object' && value !== null;

/** Null when something is asked for that is neither a column nor a parent (lists, counts). */
export function selectionOf(model: Model, { select, include, ...others }: Asked): Selection | null {
  if (Object.keys(others).length > 0 || (select && include)) return null;
  const choice = select ?? include ?? {};
  if (!isChoice(choice)) return null;
  const columns = [...model.columns].filter(([name]) => !select || choice[name] === true);
  const parents: Selection['parents'][number][] = [];
  for (const [name, wanted] of Object.entries(choice)) {
    if (!wanted || model.columns.has(name)) continue;
    const parent = model.parents.get(name);
    const selection = parent && selectionOf(modelNamed(parent.model), wanted === true ? {} : (wanted as Asked));
    if (!parent || !selection) return null;
    parents.push({ name, parent, selection });
  }
  const hidden = parents
    .map(({ parent }) => parent.by)
    .filter((by) => !columns.some(([name]) => name === by))
    .map((by) => [by, model.columns.get(by) ?? 'String'] as const);
  if (columns.length + hidden.length === 0) return null;
  return { columns: [...columns, ...hidden], shown: columns.length, parents };
}

/** ` ORDER BY …`, `''` for none; null when it is not by columns of this model alone. */
export function orderOf({ columns }: Model, orderBy: unknown): string | null {
  if (orderBy === undefined) return '';
  const orders = (Array.isArray(orderBy) ? orderBy : [orderBy]).flatMap((one) => Object.entries(one as Choice));
  if (orders.length === 0) return '';
  const plain = orders.every(([name, way]) => columns.has(name) && (way === 'asc' || way === 'desc'));
  return plain
    ? ` ORDER BY ${orders.map(([name, way]) => `${quoted(name)} ${String(way).toUpperCase()}`).join(', ')}`
    : null;
}
