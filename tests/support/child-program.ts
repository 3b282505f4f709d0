import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export type ChildProgram = { file: string; dispose(): void };

/** A TypeScript file of the tests as one that a real child process can run: Node 20 does not read TypeScript. */
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
    packages: 'external',
    logLevel: 'error',
  });
  return { file, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
