// Bundles each program of ours into dist/; packages stay outside, in node_modules.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { build as bundle } from 'esbuild';
import { buildDesk } from './build-desk.mjs';
import { buildPages } from './build-pages.mjs';
import { root } from './root.mjs';

const programs = {
  main: 'src/main.ts',
  settings: 'src/settings-for-scripts.ts',
  audit: 'src/audit.ts',
  operator: 'src/operator.ts',
  simulator: 'simulator/main.ts',
  demo: 'scripts/demo/main.ts',
  bench: 'bench/main.ts',
  'static-webhook': 'bench/static-webhook.ts',
  'echo-bot': 'bench/echo-bot.ts',
  'bench-process': 'bench/process.ts',
  'call-map': 'scripts/call-map/main.ts',
};

/** A program that is running may still want parts of the build before this one. */
const keptMs = 86_400_000;

function removeOldParts(outputs) {
  const folder = `${root}dist/parts/`;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const old = Date.now() - statSync(folder + name).mtimeMs > keptMs;
    if (old && !(`dist/parts/${name}` in outputs)) rmSync(folder + name);
  }
}

export async function build() {
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: 'dist',
    bundle: true,
    // What is imported only when it is needed stays in files of its own.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    metafile: true,
  });
  removeOldParts(metafile.outputs);
  await buildDesk();
  await buildPages();
}
