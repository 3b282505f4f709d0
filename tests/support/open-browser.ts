import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { projectRoot } from '../../src/project-root.ts';

export const sizes = {
  phone: { width: 360, height: 780 },
  desktop: { width: 1280, height: 900 },
} as const;

const folders: string[] = [];

/** Files of tests share their worker: what one of them still uses, another must not take away. */
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the process is. */
export function cacheFolder(prefix: string): string {
  const cache = path.join(projectRoot(), 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, prefix));
  folders.push(folder);
  return folder;
}

/** The fonts that travel with the project: the browser brings none for Korean. */
function fontSettings(): string {
  const file = path.join(cacheFolder('giftline-fonts-'), 'fonts.conf');
  const fonts = path.join(projectRoot(), 'assets/fonts');
  writeFileSync(file, `<fontconfig><dir>${fonts}</dir><cachedir>${path.dirname(file)}</cachedir></fontconfig>`);
  return file;
}

/** A real browser that comes by npm, whatever the machine has. `args`: of Chromium. */
export async function openBrowser(args: string[] = []): Promise<Browser> {
  // It unpacks its own system libraries only when it believes to be in this place.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  const executablePath = await sparticuz.executablePath();
  // Without a locale the browser gives a file with a Korean name another one.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', FONTCONFIG_FILE: fontSettings() };
  return chromium.launch({ executablePath, env, args: ['--no-sandbox', '--no-zygote', ...args], headless: true });
}
