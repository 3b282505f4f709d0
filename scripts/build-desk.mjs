// Bundles the desk's page (simulator/desk-page/) into dist/desk/, each file named by the hash of its content.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { copyHashed, decoderFile } from './decoder-file.mjs';
import { root } from './root.mjs';

const assets = '/desk/assets/';

export async function buildDesk(outdir = join(root, 'dist/desk')) {
  mkdirSync(outdir, { recursive: true });
  const decoder = copyHashed(decoderFile(), outdir);
  const icon = copyHashed(join(root, 'simulator/desk-page/icon.svg'), outdir);
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: { desk: 'simulator/desk-page/main.tsx' },
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { zxingWasmUrl: JSON.stringify(assets + decoder) },
    logLevel: 'warning',
  });
  const built = Object.entries(metafile.outputs).map(([path, facts]) => ({ name: basename(path), ...facts }));
  const entry = built.find(({ entryPoint }) => entryPoint?.endsWith('main.tsx'));
  const manifest = { script: entry.name, style: basename(entry.cssBundle), icon };
  writeFileSync(join(outdir, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
  const kept = new Set(['manifest.json', decoder, icon, ...built.map(({ name }) => name)]);
  for (const name of readdirSync(outdir)) if (!kept.has(name)) rmSync(join(outdir, name));
}
