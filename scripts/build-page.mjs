import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { copyHashed, decoderFile } from './decoder-file.mjs';
import { root } from './root.mjs';

/**
 * Bundles what browsers load of a page into `outdir`, each file named by its content, and says in manifest.json which is
 * which. `address`: where the files are served. `decodes`: whether the page reads barcodes itself, where the browser cannot.
 * `also`: other files, by what the manifest calls them.
 */
export async function buildPage({ name, entry, outdir, address, decodes, also = {} }) {
  mkdirSync(outdir, { recursive: true });
  const decoder = decodes ? copyHashed(decoderFile(), outdir) : null;
  const others = Object.fromEntries(
    Object.entries(also).map(([is, file]) => [is, copyHashed(join(root, file), outdir)]),
  );
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
    define: { zxingWasmUrl: JSON.stringify(address + decoder) },
    logLevel: 'warning',
  });
  const built = Object.entries(metafile.outputs).map(([path, facts]) => ({ name: basename(path), ...facts }));
  const main = built.find(({ entryPoint }) => entryPoint === entry);
  const style = main.cssBundle ? basename(main.cssBundle) : null;
  writeFileSync(join(outdir, 'manifest.json'), `${JSON.stringify({ script: main.name, style, ...others })}\n`);
  const kept = new Set(['manifest.json', decoder, ...Object.values(others), ...built.map((file) => file.name)]);
  for (const file of readdirSync(outdir)) if (!kept.has(file)) rmSync(join(outdir, file));
}
