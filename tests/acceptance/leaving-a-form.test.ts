import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { sizes } from '../support/open-browser.ts';
import { test } from '../support/page-visits.ts';
import type { World } from '../support/world.ts';

interface Guarded {
  page: Page;
  /** How often the browser asked whether to leave, since this was asked last; each time the answer was to stay. */
  asked(): number;
}

/** A 401 or a 422 is written to the console by browsers, so that this is a visit of its own. */
async function visits(world: World, browser: Browser): Promise<Guarded> {
  const context = await browser.newContext({ viewport: sizes.phone, locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  let times = 0;
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'beforeunload') times++;
    void dialog.dismiss();
  });
  const asked = () => {
    const before = times;
    times = 0;
    return before;
  };
  await page.goto(`${world.url}/shop/sign-in`);
  return { page, asked };
}

async function signsIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button').click();
}

const presses = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('the language and the sign-out ask before they throw away what was typed, as links do', {
  timeout: 60_000,
}, async ({ world, browser }) => {
  const { page, asked } = await visits(world, browser);
  await signsIn(page, 'hoon@mail.example', 'demo-shop-102');
  await page.getByRole('link', { name: 'Change the shop' }).click();
  const about = page.getByLabel('What customers should know');
  await about.fill('Stews since 1987');
  for (const name of ['日本語', 'Sign out', '한국어']) {
    await presses(page, name);
    await expect.poll(asked, { message: name }).toBe(1);
    expect(await about.inputValue()).toBe('Stews since 1987');
  }
  // What came back with faults was not kept either.
  await page.getByLabel('Name', { exact: true }).fill('');
  await presses(page, 'Save');
  await page.getByText('One thing needs another look').waitFor();
  await presses(page, '日本語');
  await expect.poll(asked).toBe(1);
  await page.getByLabel('Name', { exact: true }).fill('북촌식당');
  await presses(page, 'Save');
  await page.getByRole('status').getByText('Saved.').waitFor();
  expect(asked()).toBe(0);
  // Nothing is typed here: nothing is asked.
  await presses(page, '日本語');
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.getByRole('heading', { name: 'ログイン' }).waitFor();
  expect(asked()).toBe(0);
  await page.context().close();
});

test('who registers, or asks for a new fee, is asked before the language throws it away', {
  timeout: 60_000,
}, async ({ world, browser }) => {
  const { page, asked } = await visits(world, browser);
  await page.goto(`${world.url}/shop/register`);
  await page.getByLabel('Your name').fill('Han Byeol');
  await presses(page, '日本語');
  await expect.poll(asked).toBe(1);
  expect(await page.getByLabel('Your name').inputValue()).toBe('Han Byeol');
  await page.context().close();

  const admin = await visits(world, browser);
  await signsIn(admin.page, 'admin@giftline.example', 'demo-admin');
  await admin.page.getByRole('link', { name: 'Fees' }).click();
  await admin.page.getByLabel('Amount', { exact: true }).fill('700');
  await presses(admin.page, '日本語');
  await expect.poll(admin.asked).toBe(1);
  await admin.page.getByRole('main').getByRole('button').last().click();
  await admin.page.getByText('700 won').first().waitFor();
  await presses(admin.page, '日本語');
  await expect.poll(admin.asked).toBe(1);
  await admin.page.context().close();
});

test('RC-08 a step of the maker keeps what was typed when the language is another', { timeout: 60_000 }, async ({
  world,
  browser,
}) => {
  const { page, asked } = await visits(world, browser);
  await signsIn(page, 'hoon@mail.example', 'demo-shop-102');
  await page.getByRole('button', { name: 'Make a coupon' }).click();
  await page.locator('#title').fill('Stew for two');
  await page.locator('#percent').fill('fifteen');
  await presses(page, '日本語');
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ja');
  expect(await page.locator('#title').inputValue()).toBe('Stew for two');
  expect(await page.locator('#percent').inputValue()).toBe('fifteen');
  expect(asked()).toBe(0);
  // And as it was: the Enter key leads on, and stays with what is wrong.
  await page.locator('#percent').fill('15');
  await page.locator('#percent').press('Enter');
  await page.waitForURL(/\/terms$/);
  expect(await page.locator('html').getAttribute('lang')).toBe('ja');
  await page.locator('#terms').fill('점심에만');
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await expect.poll(asked).toBe(1);
  await page.context().close();
});

test('a form that waits for its sender to sign in again is not lost by the language', { timeout: 60_000 }, async ({
  world,
  browser,
}) => {
  const { page, asked } = await visits(world, browser);
  await signsIn(page, 'hoon@mail.example', 'demo-shop-102');
  await page.getByRole('link', { name: 'Change the shop' }).click();
  await page.getByLabel('What customers should know').fill('Stews since 1987');
  await page.context().clearCookies({ name: 'giftline-session' });
  await presses(page, 'Save');
  await page.getByText('You were signed out meanwhile').waitFor();
  await presses(page, '日本語');
  await expect.poll(asked).toBe(1);
  await signsIn(page, 'hoon@mail.example', 'demo-shop-102');
  await page.getByRole('heading', { name: 'You are signed in again' }).waitFor();
  await presses(page, '日本語');
  await expect.poll(asked).toBe(1);
  await presses(page, 'Save it now');
  await page.getByRole('status').getByText('Saved.').waitFor();
  const shop = await world.app.store.read.shop.findUniqueOrThrow({ where: { code: '102' } });
  expect(shop.about).toBe('Stews since 1987');
  expect(asked()).toBe(0);
  await page.context().close();
});
