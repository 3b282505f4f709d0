// Bundles what browsers load of the product's own pages (src/web/browser/) into dist/pages/, named by their content.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { root } from './root.mjs';

export async function buildPages(outdir = join(root, 'dist/pages')) {
  mkdirSync(outdir, { recursive: true });
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: { office: 'src/web/browser/office.ts' },
    entryNames: '[name]-[hash]',
    outdir,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022', 'safari16'],
    logLevel: 'warning',
  });
  const built = Object.entries(metafile.outputs).map(([path, facts]) => ({ name: basename(path), ...facts }));
  const entry = built.find(({ entryPoint }) => entryPoint);
  writeFileSync(
    join(outdir, 'manifest.json'),
    `${JSON.stringify({ script: entry.name, style: basename(entry.cssBundle) })}\n`,
  );
  const kept = new Set(['manifest.json', ...built.map(({ name }) => name)]);
  for (const name of readdirSync(outdir)) if (!kept.has(name)) rmSync(join(outdir, name));
}
