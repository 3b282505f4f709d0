import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export type ChildProgram = { file: string; dispose(): void };

/** What is not JavaScript, or looks for files beside itself. */
const outside = [
  ...['better-sqlite3', 'sharp', '@node-rs/argon2', 'pg', 'pg-native', 'harfbuzzjs', 'bwip-js'],
  ...['@prisma/*', '@fastify/swagger-ui'],
];

/** The program runs as CommonJS, which has no `import.meta`. */
const forImportMeta = {
  'import.meta.url': 'urlHere',
  'import.meta.dirname': '__dirname',
  'import.meta.filename': '__filename',
};

/** A second after its start most of a program has run once, so most of it is in the compiled code. */
const compiledAfterMs = 1000;

/** Runs program.cjs beside it. The first process to live long enough leaves its compiled code to those that follow. */
const starter = `
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
// Waits at its top level, so require() refuses it.
import * as harfbuzz from 'harfbuzzjs';

const { dirname } = import.meta;
const filename = path.join(dirname, 'program.cjs');
const kept = path.join(dirname, 'compiled-code');
const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
// ASCII throughout: read as one byte a letter, eleven million letters are not looked through first.
const source = readFileSync(filename, 'latin1');
const script = new vm.Script(source, { filename, cachedData });
const fromHere = Module.createRequire(filename);
const require = (name) => {
  if (name === 'harfbuzzjs') return harfbuzz;
  return fromHere(name.startsWith('file:') ? fileURLToPath(name) : name);
};
const module = { exports: {} };
script.runInThisContext()(module.exports, require, module, filename, dirname);
if (!cachedData) {
  const keep = () => {
    const own = kept + process.pid;
    writeFileSync(own, script.createCachedData());
    renameSync(own, kept);
  };
  setTimeout(keep, ${compiledAfterMs}).unref();
}
`;

/**
 * A TypeScript file of the tests as one that a real child process can run: Node 20 does not read TypeScript. Packages are
 * in it as far as they can be, and what was compiled once is kept: some tests start hundreds of processes.
 */
export async function childProgram(entry: string): Promise<ChildProgram> {
  // Inside node_modules, so that the packages left outside the bundle are found from there.
  const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'giftline-test-'));
  const { outputFiles } = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: outside,
    define: forImportMeta,
    // Code that was compiled before and kept has lost the way to import().
    supported: { 'dynamic-import': false },
    // As require() would wrap it.
    banner: {
      js: "(function (exports, require, module, __filename, __dirname) { const urlHere = require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'error',
  });
  const [built] = outputFiles;
  if (!built) throw new Error(`nothing was built of ${entry}`);
  writeFileSync(path.join(folder, 'program.cjs'), inAscii(built.text));
  const file = path.join(folder, 'start.mjs');
  writeFileSync(file, starter);
  return { file, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The builder leaves letters of regular expressions and templates as they are. */
const inAscii = (source: string): string =>
  source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
