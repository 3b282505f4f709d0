import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { people } from '../support/world.ts';
import { sizes, test } from './browser.ts';
import { buysByClicking, giftAccepted } from './playing.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical, with where. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Where axe looks in the second language: the words differ, the building is the same. */
const againInEnglish = ['idle', 'verdict', 'network'];

for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
  test(`axe finds nothing serious in any room at ${size} size, in both languages`, { timeout: 60_000 }, async ({
    world,
    visits,
  }) => {
    await giftAccepted(world);
    for (const language of ['ko', 'en'] as const) {
      const page = await visits({ size, language, me: language === 'ko' ? people.jisu : people.sora });
      const rooms = page.getByRole('navigation', { name: /Sections|보기/ }).getByRole('button');
      const enter = async (room: number) => {
        if (size === 'phone') await rooms.nth(room).click();
      };
      const looksAt = async (place: string) => {
        if (language === 'en' && !againInEnglish.includes(place)) return;
        expect(await findings(page), place).toEqual([]);
        const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overhangPx, place).toBeLessThanOrEqual(0);
      };
      await looksAt('idle');
      if (language === 'ko') await buysByClicking(page, /휴대폰 번호/);
      await looksAt('call');
      await page.locator(`[data-number="${people.yuna}"]`).click();
      await enter(1);
      await page.getByRole('button', { name: /large|크게/ }).click();
      await looksAt('picture');
      await page.getByRole('button', { name: /Show it|보이기/ }).click();
      await page.locator('input[name=pin]').fill('9999');
      await looksAt('till');
      await page.getByRole('button', { name: /Take it|사용하기/ }).click();
      await page.getByRole('alert').waitFor();
      await looksAt('verdict');
      await enter(3);
      for (const tab of ['cards', 'network', 'faults']) {
        await page.locator(`#tab-${tab}`).click();
        await looksAt(tab);
      }
    }
  });
}
