import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { projectRoot } from '../../src/project-root.ts';
import { cacheFolder } from './cache-folder.ts';

export const sizes = {
  phone: { width: 360, height: 780 },
  desktop: { width: 1280, height: 900 },
} as const;

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
