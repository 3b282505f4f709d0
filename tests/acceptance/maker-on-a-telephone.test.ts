import { expect } from 'vitest';
import { findings } from '../support/axe.ts';
import { shopOf } from '../support/coupons.ts';
import { test } from '../support/page-visits.ts';

test('RC-08 on a telephone the head of the card stays in sight, above what is typed and never over it', {
  timeout: 60_000,
}, async ({ world, visits }) => {
  const page = await visits('/shop');
  await page.getByLabel('E-mail address').fill('hoon@mail.example');
  await page.getByLabel('Password').fill('demo-shop-102');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make a coupon' }).click();
  const title = page.getByLabel('Title');
  await title.fill('Stew');
  const picture = page.getByRole('img', { name: 'Sample of the coupon “Stew”' });
  await expect.poll(() => picture.getAttribute('src')).toMatch(/^blob:/);
  await page.locator('.way button').first().click();
  await page.getByRole('heading', { name: /Terms/ }).waitFor();

  // By keyboard through the whole step, down and up again: what has the focus is never under the card.
  const strip = () => page.locator('.peek').boundingBox();
  const first = page.getByLabel('Valid from');
  await first.focus();
  for (const key of [...Array(14).fill('Tab'), ...Array(14).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    const place = await page.evaluate(() => {
      const { top, bottom } = (document.activeElement ?? document.body).getBoundingClientRect();
      const peek = document.querySelector('.peek')?.getBoundingClientRect();
      const within = document.activeElement?.closest('.peek, header') !== null;
      return { top, bottom, under: within ? 0 : (peek?.bottom ?? 0), tag: document.activeElement?.outerHTML };
    });
    expect(place.bottom, place.tag).toBeGreaterThan(place.under);
    expect(place.top, place.tag).toBeGreaterThanOrEqual(place.under - 1);
  }
  await page.getByLabel('Terms in your words').focus();
  expect((await strip())?.y).toBe(0);
  expect((await strip())?.height).toBeLessThanOrEqual(128);
  await page.getByText('Whole card').click();
  await expect.poll(async () => (await page.locator('.card-picture').boundingBox())?.height).toBeGreaterThan(400);
  expect(await findings(page)).toEqual([]);
  // It goes out of the way of whoever types on, and nothing moves by it.
  await page.getByLabel('Terms in your words').focus();
  await expect.poll(async () => (await page.locator('.card-picture').boundingBox())?.height).toBeLessThan(128);
  expect(await world.app.store.read.campaign.count({ where: { shopId: (await shopOf(world, '102')).id } })).toBe(1);
});
