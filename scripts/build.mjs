// Bundles each program of ours into dist/; packages stay outside, in node_modules.
import { build as bundle } from 'esbuild';
import { buildDesk } from './build-desk.mjs';
import { root } from './root.mjs';

const programs = {
  main: 'src/main.ts',
  settings: 'src/settings-for-scripts.ts',
  audit: 'src/audit.ts',
  simulator: 'simulator/main.ts',
  demo: 'scripts/demo/main.ts',
  'call-map': 'scripts/call-map/main.ts',
};

export async function build() {
  await bundle({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  await buildDesk();
}
