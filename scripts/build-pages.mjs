// What browsers load of the product's own pages (src/web/browser/), into dist/pages/: a folder for each page.
import { join } from 'node:path';
import { buildPage } from './build-page.mjs';
import { root } from './root.mjs';

const pages = {
  office: { entry: 'src/web/browser/office.ts', decodes: false },
  holder: { entry: 'src/web/browser/holder.ts', decodes: false },
  terminal: { entry: 'src/web/browser/terminal/main.tsx', decodes: true },
};

export async function buildPages(outdir = join(root, 'dist/pages')) {
  for (const [name, page] of Object.entries(pages)) {
    await buildPage({ name, ...page, outdir: join(outdir, name), address: `/assets/${name}/` });
  }
}
