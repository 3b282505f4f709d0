import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPages } from '../../scripts/build-pages.mjs';
import { providersPace } from '../../src/outbox/pace.ts';
import { ChatPerson } from '../chat/chatting.ts';
import { cacheFolder } from '../support/cache-folder.ts';
import { figure } from '../support/figure.ts';
import { openBrowser, sizes } from '../support/open-browser.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import { people, World } from '../support/world.ts';

let browser: Browser;
let world: World;

beforeAll(async () => {
  const pagesDir = cacheFolder('giftline-pages-');
  await buildPages(pagesDir);
  browser = await openBrowser();
  world = await World.open({ pagesDir, pace: providersPace });
  await world.settles();
});
afterAll(async () => {
  await browser.close();
  await world.settles();
  await world.isSound();
  await world.close();
});

const count = 20;
const wishes = ['20% 할인', '20% 할인', '20% 할인', '5,000원 할인'] as const;

/** Twenty people with the messenger on their telephones. */
async function crowd(): Promise<ChatPerson[]> {
  const numbers = Array.from({ length: count }, (_, index) => `+8210${60_000_000 + index}`);
  for (const [index, phone] of numbers.entries()) {
    await world.desk.messenger.addPeople({ firstName: `손님${index + 1}`, phone, languageCode: 'ko' });
  }
  return numbers.map((phone) => new ChatPerson(world, phone));
}

async function makesTheCoupon(page: Page): Promise<void> {
  await page.goto(`${world.url}/shop`);
  await page.getByLabel('E-mail address').fill('hoon@mail.example');
  await page.getByLabel('Password').fill('demo-shop-102');
  await page.keyboard.press('Enter');
  await page.locator('.amount', { hasText: `${count} of ${count}` }).waitFor();
  await page.getByRole('button', { name: 'Make a coupon' }).click();
  await page.getByLabel('Title').fill('겨울 전골 20% 할인');
  await page.getByLabel('Percent', { exact: true }).fill('20');
  const next = () => page.locator('.way').getByRole('button', { name: 'Next' }).click();
  await next();
  await page.getByRole('heading', { name: 'Make a coupon: Terms' }).waitFor();
  await next();
  await page.getByRole('heading', { name: 'Make a coupon: Look' }).waitFor();
  await next();
  await page.getByText('All is complete.').waitFor();
  await page.getByRole('button', { name: 'Send me a test card' }).click();
  await page.getByText('The test card is on its way').waitFor();
}

/** Time goes on by a tenth of a second at a time, as fast as providers take messages, until everybody has theirs. */
async function secondsUntil(done: () => Promise<boolean>): Promise<number> {
  let seconds = 0;
  for (; !(await done()) && seconds < 60; seconds += 0.1) {
    await world.app.workers.finish();
    await world.simulator.idle();
    world.passes({ seconds: 0.1 });
  }
  return seconds;
}

test('RC-04 to RC-12 twenty ask shop 102 in the chat, its owner makes the coupon, all have it in seconds, three use it', {
  timeout: 150_000,
}, async () => {
  const everybody = await crowd();
  for (const [index, person] of everybody.entries()) {
    await person.starts('shop-102');
    await person.presses(/쿠폰 요청하기/);
    await person.presses(/내 번호 보내기/);
    await person.presses(wishes[index % wishes.length] ?? '20% 할인');
    await person.sees(/요청했어요/);
  }
  const mail = await world.desk.mailbox('hoon@mail.example').opens(/20/);
  expect(mail.inline.map(({ contentType }) => contentType)).toEqual(['image/png']);

  const page = await (await browser.newContext({ viewport: sizes.desktop, locale: 'en-US' })).newPage();
  page.on('dialog', (dialog) => dialog.accept());
  await makesTheCoupon(page);
  await world.settles();
  expect((await world.phone(people.hoon).messages()).at(-1)).toMatchObject({ media: [{}] });
  await page.getByRole('link', { name: 'Send it …' }).click();
  await page.getByRole('button', { name: `Send to ${count}` }).click();
  await page.getByRole('progressbar').waitFor();

  const sent = () => world.app.store.read.outboxMessage.count({ where: { kind: 'coupon', state: 'sent' } });
  const seconds = await secondsUntil(async () => (await sent()) === count);
  figure('twenty phones have the coupon', { 'after seconds': Number(seconds.toFixed(1)) });
  expect(seconds).toBeLessThan(5);
  await world.settles();
  await page.getByText(`All ${count} who asked have it.`).waitFor();

  const till = world.till('102');
  for (const person of everybody.slice(0, 3)) {
    const { messages } = await person.chat.reads();
    const card = messages.findLast(({ photo }) => photo !== null);
    if (!card) throw new Error('no card came');
    const [token] = await readBarcodes(await world.desk.messenger.picture(card), 'QRCode');
    expect(await till.redeems({ code: token, amount: 30_000 })).toMatchObject({ status: 201, body: { amount: 6_000 } });
    expect(await till.redeems({ code: token, amount: 30_000 })).toMatchObject({ status: 409 });
    await world.settles();
    await person.sees(/북촌식당.*썼습니다/s);
  }
  await page.getByRole('link', { name: 'To the figures' }).click();
  await page.getByRole('heading', { name: 'Figures' }).waitFor();
  const figures = await page.locator('main').innerText();
  expect(figures).toMatch(/20/);
  expect(figures).toMatch(/18,000 won/);
});
