import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Built script and stylesheet of the pages behind the sign-in, as scripts/build-pages.mjs leaves them. */
export interface PageFiles {
  script: string;
  style: string;
  files: ReadonlyMap<string, { type: string; body: Buffer }>;
}

const mostFiles = 50;
const assets = '/assets/';

/** Reads them into memory; null when nothing was built: pages work without, and are plain. */
export function readPageFiles(folder: string): PageFiles | null {
  if (!existsSync(join(folder, 'manifest.json'))) return null;
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  const files = new Map<string, { type: string; body: Buffer }>();
  for (const name of readdirSync(folder).slice(0, mostFiles)) {
    const type = types[extname(name)];
    if (type) files.set(name, { type, body: readFileSync(join(folder, name)) });
  }
  const part = (name: string): string => {
    const file = manifest[name];
    if (typeof file !== 'string' || !files.has(file))
      throw new Error(`the built pages in ${folder} lack their ${name}`);
    return assets + file;
  };
  return { script: part('script'), style: part('style'), files };
}

/** The name of each file holds the hash of its content, so what a browser has never changes. */
export function servePageFiles(app: FastifyInstance, files: PageFiles): void {
  app.get(`${assets}:file`, async (request, reply) => {
    const { file } = request.params as { file: string };
    const found = files.files.get(file);
    if (!found) return reply.code(404).type('text/plain').send('Not found.');
    return reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' })
      .type(found.type)
      .send(found.body);
  });
}
