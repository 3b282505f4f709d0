import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findings } from './axe.ts';

/** A page whose styles got lost on the way has some of them left. */
const fewestRules = 20;

/** Styled, nothing serious for axe, and nothing that sticks out at the side. */
export async function isFit(page: Page, place: string): Promise<void> {
  // Words are there before the styles are, and pictures come last.
  await page.waitForLoadState('load');
  const rules = () => [...document.styleSheets].reduce((sum, { cssRules }) => sum + cssRules.length, 0);
  expect(await page.evaluate(rules), place).toBeGreaterThan(fewestRules);
  expect(await findings(page), place).toEqual([]);
  expect(await overhangPx(page), place).toBeLessThanOrEqual(0);
}

/** How far it sticks out. By the width that was asked for: what a page says of its window is 0 for a moment in some loads. */
export async function overhangPx(page: Page): Promise<number> {
  const asked = page.viewportSize();
  if (!asked) throw new Error('a page without a size');
  return (await page.evaluate(() => document.documentElement.scrollWidth)) - asked.width;
}
