import type { Browser, Page } from 'playwright-core';
import { test as base, expect } from 'vitest';
import { buildPages } from '../../scripts/build-pages.mjs';
import { cacheFolder } from './cache-folder.ts';
import { openBrowser, sizes } from './open-browser.ts';
import { World } from './world.ts';

interface Visit {
  language?: 'ko' | 'en' | 'ja';
  size?: keyof typeof sizes;
  /** Another browser than the usual one: one with a camera. */
  from?: Browser;
}

export type Visiting = (path: string, visit?: Visit) => Promise<Page>;

const locales = { ko: 'ko-KR', en: 'en-US', ja: 'ja-JP' };

/** The whole product, and people who visit its own pages with browsers of their own. */
export const test = base.extend<{ browser: Browser; pagesDir: string; world: World; visits: Visiting }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to see what a fixture needs
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  pagesDir: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const folder = cacheFolder('giftline-pages-');
      await buildPages(folder);
      await use(folder);
    },
    { scope: 'worker' },
  ],
  world: async ({ pagesDir }, use) => {
    const world = await World.open({ pagesDir });
    await use(world);
    await world.settles();
    expect(world.log.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
    await world.isSound();
    await world.close();
  },
  visits: async ({ browser, world }, use) => {
    const faults: string[] = [];
    const open: { close(): Promise<void> }[] = [];
    await use(async (path, { language = 'en', size = 'phone', from = browser } = {}) => {
      const context = await from.newContext({
        viewport: sizes[size],
        locale: locales[language],
        reducedMotion: 'reduce',
        permissions: from === browser ? [] : ['camera'],
      });
      open.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        // A refusal of the till API is an HTTP answer that a browser writes to its console, as is a line that is down.
        const refused = message.location().url.includes('/api/v1/');
        if (message.type() === 'error' && !refused) faults.push(message.text());
      });
      await page.goto(world.url + path);
      return page;
    });
    for (const context of open) await context.close();
    if (faults.length > 0) throw new Error(`the page had trouble:\n${faults.join('\n')}`);
  },
});
