// Generates both Prisma clients, only when the schema (or Prisma itself) has changed since the last time.
// Works offline: `prisma generate` insists on a schema engine binary but never runs it, so any existing file will do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeModels } from './describe-models.mjs';
import { postgresqlTwin } from './postgresql-twin.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const schemaFile = path.join(root, 'prisma/schema.prisma');
const twinFile = path.join(root, 'prisma/postgresql/schema.prisma');
const generatedDir = path.join(root, 'src/store/generated');
const modelsFile = path.join(generatedDir, 'models.json');
const stampFile = path.join(generatedDir, 'schema.sha256');

const prismaManifest = require.resolve('prisma/package.json');
const schema = readFileSync(schemaFile, 'utf8');
const stamp = createHash('sha256')
  .update(schema)
  .update(JSON.parse(readFileSync(prismaManifest, 'utf8')).version)
  .digest('hex');

if (!isCurrent()) {
  mkdirSync(path.dirname(twinFile), { recursive: true });
  writeFileSync(twinFile, postgresqlTwin(schema));
  rmSync(stampFile, { force: true });
  generate(schemaFile);
  generate(twinFile);
  const generated = readFileSync(path.join(generatedDir, 'sqlite/internal/class.ts'), 'utf8');
  writeFileSync(modelsFile, `${JSON.stringify(describeModels(schema, generated), null, 2)}\n`);
  writeFileSync(stampFile, stamp);
}

function isCurrent() {
  const outputs = ['sqlite/client.ts', 'postgresql/client.ts'].map((file) => path.join(generatedDir, file));
  if (![stampFile, twinFile, modelsFile, ...outputs].every((file) => existsSync(file))) return false;
  return readFileSync(stampFile, 'utf8') === stamp;
}

function generate(file) {
  const cli = path.join(path.dirname(prismaManifest), 'build/index.js');
  const ran = spawnSync(process.execPath, [cli, 'generate', '--schema', file, '--no-hints'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  });
  if (ran.status === 0) return;
  process.stderr.write(`${ran.stdout ?? ''}${ran.stderr ?? ''}${ran.error?.message ?? ''}\n`);
  process.exit(1);
}
