import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { test as base } from 'vitest';
import { buildDesk } from '../../scripts/build-desk.mjs';
import { cacheFolder } from '../support/cache-folder.ts';
import { openBrowser, sizes } from '../support/open-browser.ts';
import { World } from '../support/world.ts';

export { sizes };

export interface Visit {
  me?: string;
  language?: 'ko' | 'en';
  size?: keyof typeof sizes;
  /** What the browser will complain of in its console, since the test provokes it. */
  provokes?: RegExp;
}

/** What the page wanted to be spoken, and when it was hushed: the browser of the tests has no voice. */
export interface Voice {
  said: { text: string; language: string }[];
  hushed: number;
}

/** The built page, in a folder of its own. */
async function builtDesk(): Promise<string> {
  const folder = cacheFolder('giftline-desk-');
  await buildDesk(folder);
  return folder;
}

function recordVoice(): void {
  const voice: Voice = { said: [], hushed: 0 };
  const synthesis = {
    getVoices: () => [],
    speak: ({ text, lang }: SpeechSynthesisUtterance) => voice.said.push({ text, language: lang }),
    cancel: () => {
      voice.hushed += 1;
    },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.assign(window, { voice });
}

export const voiceOf = (page: Page): Promise<Voice> =>
  page.evaluate(() => (window as unknown as { voice: Voice }).voice);

/** The till's red answers are HTTP refusals, which a browser writes to its console. */
const refusedAtTill = (message: ConsoleMessage): boolean => message.location().url.includes('/desk/till/');

export type Visiting = (visit?: Visit) => Promise<Page>;

/** The whole product with its desk, and people who visit it with browsers of their own. */
export const test = base.extend<{ browser: Browser; deskDir: string; world: World; visits: Visiting }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to see what a fixture needs
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  deskDir: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      await use(await builtDesk());
    },
    { scope: 'worker' },
  ],
  world: async ({ deskDir }, use) => {
    const world = await World.open({ deskDir });
    await use(world);
    await world.settles();
    await world.isSound();
    await world.close();
  },
  visits: async ({ browser, world }, use) => {
    const faults: string[] = [];
    const open: { close(): Promise<void> }[] = [];
    await use(async ({ me, language = 'en', size = 'desktop', provokes } = {}) => {
      const context = await browser.newContext({
        viewport: sizes[size],
        locale: language === 'ko' ? 'ko-KR' : 'en-US',
        reducedMotion: 'reduce',
      });
      open.push(context);
      await context.addInitScript(recordVoice);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        const expected = refusedAtTill(message) || provokes?.test(message.text());
        if (message.type() === 'error' && !expected) faults.push(message.text());
      });
      await page.goto(`${world.simulator.url}/${me === undefined ? '' : `#me=${me}`}`);
      await page.locator('[data-key="1"]').waitFor();
      return page;
    });
    for (const context of open) await context.close();
    if (faults.length > 0) throw new Error(`the page had trouble:\n${faults.join('\n')}`);
  },
});
