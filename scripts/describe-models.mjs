// What the store's direct statements must know of each model: its columns with their types, and its parents, the rows
// that it points at. Prisma's generated client has the columns; the foreign keys only the schema has.

const columnTypes = new Set(['String', 'Int', 'BigInt', 'Boolean', 'DateTime']);

/** { Gift: { columns: { id: 'String', … }, parents: { certificate: { model: 'Certificate', by: 'certificateId' } } } } */
export function describeModels(schema, generatedClass) {
  const found = /runtimeDataModel = JSON\.parse\((".*")\)/.exec(generatedClass);
  if (!found) throw new Error('The generated client no longer says what its models are');
  const { models } = JSON.parse(JSON.parse(found[1]));
  return Object.fromEntries(
    Object.entries(models).map(([name, { fields, dbName }]) => {
      if (dbName !== null) throw new Error(`${name}: a table with another name is not foreseen`);
      return [name, { columns: columnsOf(name, fields), parents: parentsOf(schema, name) }];
    }),
  );
}

function columnsOf(model, fields) {
  const columns = fields.filter(({ kind }) => kind === 'scalar');
  for (const { name, type, dbName, isList } of columns) {
    const plain = columnTypes.has(type) && !isList && (dbName ?? name) === name;
    if (!plain) throw new Error(`${model}.${name}: the direct statements know no such column`);
  }
  return Object.fromEntries(columns.map(({ name, type }) => [name, type]));
}

function parentsOf(schema, model) {
  const block = new RegExp(`^model ${model} \\{\\n([^}]*)^\\}`, 'm').exec(schema)?.[1] ?? '';
  const relation = /^\s+(\w+)\s+(\w+)\??\s+@relation\(fields: \[(\w+)\], references: \[id\]\)/gm;
  return Object.fromEntries([...block.matchAll(relation)].map(([, name, parent, by]) => [name, { model: parent, by }]));
}
