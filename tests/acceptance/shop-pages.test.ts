import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPages } from '../../scripts/build-pages.mjs';
import { cacheFolder } from '../support/cache-folder.ts';
import { asks, customers, shopOf } from '../support/coupons.ts';
import { isFit } from '../support/is-fit.ts';
import { openBrowser, sizes } from '../support/open-browser.ts';
import { people, World } from '../support/world.ts';

let browser: Browser;
let world: World;

beforeAll(async () => {
  const pagesDir = cacheFolder('giftline-pages-');
  await buildPages(pagesDir);
  browser = await openBrowser();
  world = await World.open({ pagesDir });
});
afterAll(async () => {
  await browser.close();
  await world.settles();
  await world.isSound();
  await world.close();
});

async function visits(size: keyof typeof sizes, script = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: 'en-US',
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  return page;
}

async function signsIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto(`${world.url}/shop`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

const next = (page: Page) => page.locator('.way').getByRole('button', { name: 'Next' }).click();

test('RC-07 RC-08 RC-10 RC-11 the owner sees who asks for what, makes the coupon in four steps, and stops the sending', {
  timeout: 90_000,
}, async () => {
  const shop = await shopOf(world, '102');
  for (const id of await customers(world, 3)) await asks(world, id, shop.id);
  const page = await visits('desktop');
  await signsIn(page, 'hoon@mail.example', 'demo-shop-102');
  await page.locator('.amount', { hasText: '3 of 20' }).waitFor();
  await page.getByRole('img', { name: /Bukchon Table/ }).waitFor();
  await isFit(page, 'shop');

  await page.getByRole('button', { name: 'Make a coupon' }).click();
  await page.getByRole('heading', { name: 'Make a coupon: Offer' }).waitFor();
  await isFit(page, 'offer');
  await page.getByLabel('Title').fill('Winter stew <b>for two</b>');
  const picture = page.locator('img.card-picture');
  const before = await picture.getAttribute('src');
  await page.getByLabel('Percent', { exact: true }).fill('150');
  await expect.poll(() => picture.getAttribute('src')).toMatch(/^blob:/);
  expect(before).toMatch(/\/card\?v=1/);
  await next(page);
  await page.getByRole('alert').getByText('Percent: A whole number from 1 to 100.').waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('Winter stew <b>for two</b>');
  await page.getByLabel('Percent', { exact: true }).fill('20');
  await page.getByLabel('Percent', { exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'Make a coupon: Terms' }).waitFor();
  await page.getByLabel('Last day').fill('2020-01-01');
  await page.getByLabel('How many at most').fill('2');
  await next(page);
  await page.getByRole('alert').getByText('Last day: This is over already.').waitFor();
  await page
    .getByRole('alert')
    .getByText(/3 customers asked/)
    .waitFor();
  await isFit(page, 'terms with faults');
  await page.getByLabel('Last day').fill('2026-12-24');
  await page.getByLabel('How many at most').fill('100');
  // Whichever way one leaves a step, what was typed there is kept.
  await page.getByRole('button', { name: 'Offer' }).click();
  await page.getByRole('heading', { name: 'Make a coupon: Offer' }).waitFor();
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByText('Indigo').click();
  await expect.poll(() => picture.getAttribute('src')).toMatch(/^blob:/);
  await isFit(page, 'look');
  await next(page);
  await page
    .getByText('22 November 2026 to 24 December 2026')
    .or(page.getByText(/to 24 December 2026/))
    .waitFor();
  await page.getByText('All is complete.').waitFor();
  await isFit(page, 'check');
  await page.getByRole('button', { name: 'Send me a test card' }).click();
  await page.getByText('The test card is on its way as a text to 010-****-0002.').waitFor();
  await world.settles();
  await page.reload();
  await page.getByText('The test card has been sent as a text to 010-****-0002.').waitFor();
  await page.getByRole('link', { name: 'Send it …' }).click();

  // A second tab, where the same button is pressed as well.
  const twin = await page.context().newPage();
  await twin.goto(page.url());
  await twin.getByText('All who asked get it at once: 3.').waitFor();
  await isFit(page, 'send');
  await page.getByRole('button', { name: 'Send to 3' }).click();
  await page.getByText('0 of 3 sent').waitFor();
  await twin.getByRole('button', { name: 'Send to 3' }).click();
  await twin.getByRole('progressbar').waitFor();
  expect(await world.app.store.read.publication.count()).toBe(1);
  await isFit(page, 'progress');
  await world.settles();
  await page.getByText('All 3 who asked have it.').waitFor();
  await page.getByText('Take the coupons back').click();
  await page.getByRole('button', { name: 'Take them back now' }).click();
  await page.getByText('Coupons withdrawn: 3.').waitFor();
  await page.getByRole('link', { name: 'To the figures' }).click();
  await page.getByRole('heading', { name: 'Figures' }).waitFor();
  await isFit(page, 'figures');
  await page.goto(`${world.url}/shop`);
  await page.locator('.amount', { hasText: '3 of 20' }).waitFor();
  await page.context().close();
  expect(await world.app.store.read.outboxMessage.count({ where: { recipient: people.hoon, kind: 'test-card' } })).toBe(
    1,
  );
});

test('RC-08 two tabs: what was typed in the second is not lost, and what the first stored is shown beside it', {
  timeout: 60_000,
}, async () => {
  const one = await visits('phone', false);
  await signsIn(one, 'park@halla.example', 'demo-shop-101');
  await one.getByRole('button', { name: 'Make a coupon' }).click();
  const other = await one.context().newPage();
  await other.goto(one.url());
  await one.getByLabel('Title').fill('From the first tab');
  await next(one);
  await one.getByRole('heading', { name: 'Make a coupon: Terms' }).waitFor();
  await other.getByLabel('Title').fill('From the second tab');
  await next(other);
  const alarm = other.getByRole('alert');
  await alarm.getByText('This coupon was changed meanwhile').waitFor();
  await alarm.getByText('From the first tab').waitFor();
  expect(await other.getByLabel('Title').inputValue()).toBe('From the second tab');
  await isFit(await withScript(other), 'changed meanwhile');
  await next(other);
  const [campaign] = await world.app.store.read.campaign.findMany({ where: { title: 'From the second tab' } });
  expect(campaign).toMatchObject({ state: 'draft', version: 3 });

  // By the browser's own way back, sent once more: kept once.
  await other.goBack();
  await next(other);
  await other.getByRole('heading', { name: 'Make a coupon: Terms' }).waitFor();
  expect(await world.app.store.read.campaign.findUnique({ where: { id: campaign?.id ?? '' } })).toMatchObject({
    version: 3,
  });
  await one.context().close();
});

test('RC-01 RC-03 RC-08 RC-13 on a telephone: registering, handing over, and the operator who makes it', {
  timeout: 60_000,
}, async () => {
  const page = await visits('phone');
  await page.goto(`${world.url}/shop/register`);
  await isFit(page, 'register');
  await page.getByRole('button', { name: 'Register' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Password/ })
    .click();
  expect(await page.evaluate(() => location.hash)).toBe('#password');
  await isFit(page, 'register with faults');
  await page.goto(`${world.url}/shop/sign-in`);
  await isFit(page, 'sign in');
  await signsIn(page, 'hoon@mail.example', 'demo-shop-102');
  await isFit(page, 'shop');
  await page.getByRole('link', { name: 'Leave it to Giftline' }).click();
  await page.getByLabel('What you want to give').fill('15 % off, not on weekends');
  await isFit(page, 'hand over');
  await page.getByRole('button', { name: 'Leave it to Giftline' }).click();
  await page.getByText('Giftline makes this coupon now.').waitFor();
  await isFit(page, 'handed over');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signsIn(page, 'admin@giftline.example', 'demo-admin');
  await isFit(page, 'to do');
  await page.getByRole('link', { name: /102 Bukchon Table/ }).click();
  await page.getByText('15 % off, not on weekends').waitFor();
  await isFit(page, 'maker of the operator');
  await page.goto(`${world.url}/admin/fees`);
  await isFit(page, 'fees');
  await page.context().close();
});

/** A page is looked at by axe, which is a script, as it came. */
async function withScript(page: Page): Promise<Page> {
  const html = await page.content();
  const looked = await visits('phone');
  await looked.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await looked.goto(page.url());
  return looked;
}
