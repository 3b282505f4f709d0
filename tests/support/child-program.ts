import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export type ChildProgram = { file: string; dispose(): void };

/** What is not JavaScript, or looks for files beside itself. */
const outside = [
  ...['better-sqlite3', 'sharp', '@node-rs/argon2', 'pg', 'pg-native', 'harfbuzzjs', 'bwip-js'],
  ...['@prisma/*', '@fastify/swagger-ui'],
];

/** What packages written for require() look for. */
const forPackages = [
  "import { createRequire as createRequireHere } from 'node:module';",
  'const require = createRequireHere(import.meta.url);',
  'const { dirname: __dirname, filename: __filename } = import.meta;',
].join('\n');

/**
 * A TypeScript file of the tests as one that a real child process can run: Node 20 does not read TypeScript. Packages are
 * in it as far as they can be: some tests start hundreds of processes, and one file is read quicker than a thousand.
 */
export async function childProgram(entry: string): Promise<ChildProgram> {
  // Inside node_modules, so that the packages left outside the bundle are found from there.
  const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'giftline-test-'));
  const file = path.join(folder, 'program.mjs');
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: outside,
    banner: { js: forPackages },
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'error',
  });
  return { file, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
