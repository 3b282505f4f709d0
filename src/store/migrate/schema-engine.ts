import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { MigrationFile } from './migration-files.ts';

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');
type EngineExports = WebAssembly.Exports & { __wbindgen_start: () => void };

const engineModules = new Map<string, Promise<EngineModule>>();

/**
 * Prisma's schema engine as WebAssembly, from the npm package: its command line would download a native one.
 * Five megabytes, so it is loaded only when there is something to apply.
 */
export async function openEngine(
  projectRoot: string,
  database: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  const script = createRequire(path.join(projectRoot, 'package.json')).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const loading = engineModules.get(script) ?? load(script);
  engineModules.set(script, loading);
  const engine = await loading;
  return engine.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(database),
  );
}

/** The engine's own form of a migrations folder. */
export function migrationList(folder: string, files: readonly MigrationFile[]): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: null },
    shadowDbInitScript: '',
    migrationDirectories: files.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

async function load(script: string): Promise<EngineModule> {
  const engine = (await import(pathToFileURL(script).href)) as EngineModule;
  const wasm = await WebAssembly.instantiate(readFileSync(script.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': importsOf(engine),
  });
  engine.__wbg_set_wasm(wasm.instance.exports);
  (wasm.instance.exports as EngineExports).__wbindgen_start();
  // The engine writes its panics to this global, which Prisma's command line would provide.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`The schema engine failed: ${message}`);
      },
    },
  });
  return engine;
}

/** The engine never clears the timer of its lock, which would keep a program that has ended alive for ten seconds. */
function importsOf(engine: EngineModule): WebAssembly.ModuleImports {
  const imports: Record<string, unknown> = { ...engine };
  for (const name of Object.keys(imports).filter((key) => key.startsWith('__wbg_setTimeout'))) {
    imports[name] = (callback: () => void, delayMs: number) => setTimeout(callback, delayMs).unref();
  }
  return imports as WebAssembly.ModuleImports;
}
