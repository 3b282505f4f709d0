// Bundles what browsers load of the product's own pages (src/web/browser/) into dist/pages/, a folder for each page, each
// file named by its content.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { copyHashed, decoderFile } from './decoder-file.mjs';
import { root } from './root.mjs';

/** `decodes`: whether the page reads barcodes itself, where the browser cannot. */
const pages = {
  office: { entry: 'src/web/browser/office.ts', decodes: false },
  holder: { entry: 'src/web/browser/holder.ts', decodes: false },
  terminal: { entry: 'src/web/browser/terminal/main.tsx', decodes: true },
};

export async function buildPages(outdir = join(root, 'dist/pages')) {
  for (const [name, page] of Object.entries(pages)) await buildPage(name, page, join(outdir, name));
}

async function buildPage(name, { entry, decodes }, outdir) {
  mkdirSync(outdir, { recursive: true });
  const decoder = decodes ? copyHashed(decoderFile(), outdir) : null;
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: { [name]: entry },
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
    define: { zxingWasmUrl: JSON.stringify(`/assets/${name}/${decoder}`) },
    logLevel: 'warning',
  });
  const built = Object.entries(metafile.outputs).map(([path, facts]) => ({ name: basename(path), ...facts }));
  const main = built.find(({ entryPoint }) => entryPoint === entry);
  const style = main.cssBundle ? basename(main.cssBundle) : null;
  writeFileSync(join(outdir, 'manifest.json'), `${JSON.stringify({ script: main.name, style })}\n`);
  const kept = new Set(['manifest.json', decoder, ...built.map((file) => file.name)]);
  for (const file of readdirSync(outdir)) if (!kept.has(file)) rmSync(join(outdir, file));
}
