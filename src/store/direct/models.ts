import described from '../generated/models.json' with { type: 'json' };

export type ColumnType = 'String' | 'Int' | 'BigInt' | 'Boolean' | 'DateTime';

/** The row that a foreign key of this model points at, by its id. */
export interface Parent {
  model: string;
  by: string;
}

export interface Model {
  name: string;
  columns: ReadonlyMap<string, ColumnType>;
  parents: ReadonlyMap<string, Parent>;
}

const models: ReadonlyMap<string, Model> = new Map(
  Object.entries(described).map(([name, { columns, parents }]) => [
    name,
    {
      name,
      columns: new Map(Object.entries(columns as Record<string, ColumnType>)),
      parents: new Map(Object.entries(parents as Record<string, Parent>)),
    },
  ]),
);

export function modelNamed(name: string): Model {
  const model = models.get(name);
  if (!model) throw new Error(`no such model: ${name}`);
  return model;
}

/** The models by the names of the client's delegates: outboxMessage, … */
export const modelsByDelegate: ReadonlyMap<string, Model> = new Map(
  [...models].map(([name, model]) => [name.charAt(0).toLowerCase() + name.slice(1), model]),
);
