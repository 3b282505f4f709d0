/** The PostgreSQL twin of the one schema: the same models, another provider and another place for the client. */
export function postgresqlTwin(schema) {
  const output = 'output       = "../src/store/generated/sqlite"';
  const provider = 'provider = "sqlite"';
  for (const line of [output, provider]) {
    if (!schema.includes(line)) throw new Error(`prisma/schema.prisma should hold this line: ${line}`);
  }
  return schema
    .replace(output, 'output       = "../../src/store/generated/postgresql"')
    .replace(provider, 'provider = "postgresql"');
}
