import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { picturePaths } from '../../src/card-pictures.ts';
import { deriveKey } from '../../src/providers/keys.ts';
import { customers, draftOf, fetches, ownerOf, publishes, shopOf } from '../support/coupons.ts';
import { isFit } from '../support/is-fit.ts';
import { sizes } from '../support/open-browser.ts';
import { test } from '../support/page-visits.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import type { World } from '../support/world.ts';
import { tokenOf, voucherIdOf } from './at-the-terminal.ts';

const pathsOf = (world: World) =>
  picturePaths(
    deriveKey(world.accounts.secret, 'card pictures'),
    deriveKey(world.accounts.secret, 'coupon pictures'),
    world.now,
  );

/** How much wider the card is shown than it was drawn. */
const distortionOf = (page: Page): Promise<number> =>
  page.locator('img.card').evaluate(async (picture: HTMLImageElement) => {
    await picture.decode();
    return picture.width / picture.height / (picture.naturalWidth / picture.naturalHeight);
  });

test('EC-05 RC-10 a coupon is shown from the screen of a telephone, saved and printed, in the language of who reads it', async ({
  world,
  visits,
}) => {
  const campaignId = await publishes(world, '102', {
    leastSpend: 15_000n,
    terms: '<b>점심</b> 시간에만 쓸 수 있습니다.\n포장은 제외합니다.',
  });
  const [someone = ''] = await customers(world, 1);
  const voucherId = await voucherIdOf(await fetches(world, someone, campaignId));
  const token = await tokenOf(world, voucherId);
  const { pageToken = '', serial = '' } = (await world.app.operations.voucherOf(someone, voucherId)) ?? {};

  for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
    const page = await visits(`/w/${pageToken}`, { size, language: 'en' });
    await page.getByRole('heading', { name: '20% off (up to 5,000 won)' }).waitFor();
    const said = await page.locator('main').innerText();
    expect(said).toContain(`${serial?.slice(0, 4)} ${serial?.slice(4, 8)} ${serial?.slice(8)}`);
    expect(said).toMatch(
      /Bukchon Table[\s\S]*Ready to use[\s\S]*15,000 won or more[\s\S]*<b>점심<\/b>[\s\S]*Not used yet/,
    );
    await isFit(page, size);
    expect(await distortionOf(page)).toBeCloseTo(1, 2);
    expect(await readBarcodes(await page.screenshot({ fullPage: true }), 'QRCode')).toEqual([token]);
  }

  const page = await visits(`/w/${pageToken}`);
  await page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }));
  await page.getByRole('button', { name: 'Print' }).click();
  expect(await page.evaluate(() => (window as unknown as { printed?: boolean }).printed)).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  const paper = await sharp(await page.screenshot({ fullPage: true }))
    .greyscale()
    .toBuffer();
  expect(await readBarcodes(paper, 'QRCode')).toEqual([token]);
  const saved = page.waitForEvent('download');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Save picture' }).click();
  expect((await saved).suggestedFilename()).toBe('coupon.png');

  await world.till('102').redeems({ code: token, amount: 20_000 });
  await page.reload();
  expect(await page.locator('main').innerText()).toMatch(/Used[\s\S]*20 Nov, 12:00 Bukchon Table\s*−4,000 won/);
  expect(await page.locator('img.card').count()).toBe(0);
  expect((await fetch(`${world.url}/w/ABCDEFGHIJKLMNOPQRSTUVWX23`)).status).toBe(404);
});

test('EC-11 RC-09 everybody’s coupon has no serial and no uses, and speaks the language of the browser; a test card opens nothing', async ({
  world,
  visits,
}) => {
  const campaignId = await publishes(world, '102', { tracked: false });
  const voucher = await world.app.operations.showUntracked(campaignId);
  const card = await world.app.operations.voucherCard({ campaignId });
  const page = await visits(`/w/${voucher?.pageToken}`, { language: 'ja' });
  await page.getByRole('heading', { name: '20%割引' }).waitFor();
  const said = await page.locator('main').innerText();
  expect(said).not.toMatch(/クーポン番号|ご利用\n/);
  expect(await distortionOf(page)).toBeCloseTo(1, 2);
  expect(await readBarcodes(await page.screenshot({ fullPage: true }), 'QRCode')).toEqual([card?.token]);

  const paths = pathsOf(world);
  const picture = async (path: string) => {
    const response = await fetch(world.url + path);
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const everybodys = paths.coupon({ campaignId, voucherId: null, cardVersion: 1 });
  expect(await readBarcodes((await picture(everybodys)).bytes, 'QRCode')).toEqual([card?.token]);
  await world.till('102').redeems({ code: card?.token ?? '', amount: 20_000 });
  expect(await page.locator('main').innerText()).not.toContain('4,000');

  const by = await ownerOf(world, '102');
  const { id: shopId } = await shopOf(world, '102');
  const drafted = await world.app.operations.draftCampaign({ by, shopId, draft: await draftOf(world, '102') });
  if (drafted.kind !== 'kept') throw new Error(drafted.kind);
  const test = await picture(paths.testCard(drafted.campaignId, drafted.version));
  expect([test.status, await readBarcodes(test.bytes, 'QRCode')]).toEqual([200, []]);
  expect((await picture(paths.testCard(drafted.campaignId, drafted.version + 1))).status).toBe(404);
  // An address of the one kind opens nothing of the other, and none opens for ever.
  expect((await picture(everybodys.replace('/coupons/', '/cards/'))).status).toBe(404);
  world.passes({ days: 4 });
  expect((await picture(everybodys)).status).toBe(410);
});
