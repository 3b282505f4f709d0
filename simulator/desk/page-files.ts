import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

export interface PageFile {
  type: string;
  body: Buffer;
}

/** The built page: which files it begins with, and all of them by name. */
export interface PageFiles {
  script: string;
  style: string;
  icon: string;
  files: Map<string, PageFile>;
}

const fileLimit = 100;

/** Reads the built page into memory; null when there is none. A page without its parts throws. */
export function readPageFiles(folder: string | undefined): PageFiles | null {
  if (folder === undefined || !existsSync(join(folder, 'manifest.json'))) return null;
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder).slice(0, fileLimit)) {
    const type = types[extname(name)];
    if (type !== undefined) files.set(name, { type, body: readFileSync(join(folder, name)) });
  }
  const part = (name: string): string => {
    const file = manifest[name];
    if (typeof file !== 'string' || !files.has(file)) throw new Error(`the desk's page in ${folder} lacks its ${name}`);
    return file;
  };
  return { script: part('script'), style: part('style'), icon: part('icon'), files };
}
