// node scripts/new-migration.mjs <name> [--restart]
// Writes the next migration of both databases: what changed from prisma/migrations/schema.prisma (the schema as of the
// last migration) to prisma/schema.prisma, then all guards. Read it before you commit it.
// --restart throws the existing migrations away and begins anew: only before the first release.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { guardsFor } from './migration-guards.mjs';
import { postgresqlTwin } from './postgresql-twin.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const migrationsDir = path.join(root, 'prisma/migrations');
const lastSchemaFile = path.join(migrationsDir, 'schema.prisma');
const [name, flag] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]{1,60}$/.test(name ?? ''))
  fail('usage: node scripts/new-migration.mjs <name_in_small_letters> [--restart]');
if (flag === '--restart') rmSync(migrationsDir, { recursive: true, force: true });
else if (flag !== undefined) fail(`unknown option ${flag}`);

const schema = readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8');
const lastSchema = existsSync(lastSchemaFile) ? readFileSync(lastSchemaFile, 'utf8') : undefined;
const stamp = new Date().toISOString().slice(0, 19).replace(/\D/g, '');
const engine = await openEngine();
for (const dialect of ['sqlite', 'postgresql']) await write(dialect);
writeFileSync(lastSchemaFile, schema);

async function write(dialect) {
  const twin = dialect === 'sqlite' ? (text) => text : postgresqlTwin;
  const from = lastSchema === undefined ? { tag: 'empty' } : target(twin(lastSchema));
  const changes = await engine.diff({
    from,
    to: target(twin(schema)),
    script: true,
    exitCode: null,
    filters: noFilters(),
  });
  const folder = path.join(migrationsDir, dialect, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'migration.sql'), `${changes.stdout ?? ''}\n${guardsFor(dialect)}`);
  console.log(path.relative(root, folder));
}

function target(content) {
  return { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] };
}

function noFilters() {
  return { externalTables: [], externalEnums: [] };
}

/** A diff between two schemas asks no database, of either kind; the engine only wants to see a connection. */
async function openEngine() {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const engineModule = await import(pathToFileURL(script).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(script.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': engineModule,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: fail };
  const anyDatabase = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: ':memory:' }));
  return engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, anyDatabase);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
