import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** What a browser loads of one page, as scripts/build-pages.mjs leaves it: paths to begin with, and all files by name. */
export interface PageFiles {
  name: string;
  script: string;
  style: string | null;
  files: ReadonlyMap<string, { type: string; body: Buffer }>;
}

const mostFiles = 50;

/** Reads the parts of a page into memory; null when it was not built. One without its own parts throws. */
export function readPageFiles(pagesDir: string, name: string): PageFiles | null {
  const folder = join(pagesDir, name);
  if (!existsSync(join(folder, 'manifest.json'))) return null;
  const { script, style } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const files = new Map<string, { type: string; body: Buffer }>();
  for (const file of readdirSync(folder).slice(0, mostFiles)) {
    const type = types[extname(file)];
    if (type) files.set(file, { type, body: readFileSync(join(folder, file)) });
  }
  const pathOf = (file: string): string => {
    if (!files.has(file)) throw new Error(`the page in ${folder} lacks its ${file}`);
    return `/assets/${name}/${file}`;
  };
  return { name, script: pathOf(script), style: style === null ? null : pathOf(style), files };
}

/** The name of each file holds the hash of its content, so what a browser has never changes. */
export function servePageFiles(app: FastifyInstance, { name, files }: PageFiles): void {
  app.get(`/assets/${name}/:file`, async (request, reply) => {
    const { file } = request.params as { file: string };
    const found = files.get(file);
    if (!found) return reply.code(404).type('text/plain').send('Not found.');
    return reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' })
      .type(found.type)
      .send(found.body);
  });
}
