// What browsers load of the simulator's desk of phones (simulator/desk-page/), into dist/desk/.
import { join } from 'node:path';
import { buildPage } from './build-page.mjs';
import { root } from './root.mjs';

export const buildDesk = (outdir = join(root, 'dist/desk')) =>
  buildPage({
    name: 'desk',
    entry: 'simulator/desk-page/main.tsx',
    outdir,
    address: '/desk/assets/',
    decodes: true,
    also: { icon: 'simulator/desk-page/icon.svg' },
  });
