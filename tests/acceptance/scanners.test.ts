import { expect } from 'vitest';
import { customers, fetches, publishes, shopOf } from '../support/coupons.ts';
import { isFit } from '../support/is-fit.ts';
import { test } from '../support/page-visits.ts';
import { readBarcodes } from '../support/read-barcodes.ts';
import { Visitor } from '../support/visitor.ts';
import { clerkAt, tokenOf, voucherIdOf } from './at-the-terminal.ts';

const hoon = ['hoon@mail.example', 'demo-shop-102'] as const;
const park = ['park@halla.example', 'demo-shop-101'] as const;

test('EC-07 an owner adds a scanner, the telephone at the counter reads its QR and is signed in, until it is switched off', async ({
  world,
  visits,
}) => {
  const campaignId = await publishes(world, '102', {});
  const [someone = ''] = await customers(world, 1);
  const code = await tokenOf(world, await voucherIdOf(await fetches(world, someone, campaignId)));

  const page = await visits('/shop', { size: 'phone' });
  await page.getByLabel('E-mail address').fill(hoon[0]);
  await page.getByLabel('Password').fill(hoon[1]);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'See the scanners' }).click();
  await page.getByLabel('Name').fill(' 홀   태블릿 ');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('“홀 태블릿” was added').waitFor();
  await isFit(page, 'scanners');
  const [address = ''] = await readBarcodes(await page.getByRole('img', { name: /QR/ }).screenshot(), 'QRCode');
  expect(address).toMatch(/\/terminal#[A-Z2-7]{26}$/);
  const key = await page.locator('code').textContent();
  expect(key?.replaceAll(' ', '')).toBe(address.split('#')[1]);

  const line = page.locator('.card', { hasText: '홀 태블릿' });
  await line.getByText('No device has signed in yet').waitFor();

  const clerk = clerkAt(await visits(address.replace(world.url, '')));
  await clerk.sees('Bukchon Table', '홀 태블릿');
  await page.reload();
  await line.getByText('Signed in on').waitFor();
  expect(clerk.page.url()).toBe(`${world.url}/terminal`);
  await clerk.scans(code);
  await clerk.seesColour('green');
  await clerk.types('20000');
  await clerk.enters();
  await clerk.sees('Take 4,000 won off');
  const typed = clerkAt(await visits('/terminal'));
  await typed.signsIn(key?.toLowerCase() ?? '');
  await typed.sees('홀 태블릿');

  await page.reload();
  await page.getByText('Last used on').waitFor();
  world.passes({ minutes: 15 });
  await page.reload();
  expect(await page.locator('code').count()).toBe(0);
  await line.getByText('Switch off').first().click();
  await line.getByRole('button', { name: 'Switch off' }).click();
  await page.getByText('Its key opens nothing any more.').waitFor();
  await clerk.page.reload();
  await clerk.sees('This terminal’s key is no longer taken. Please sign in again.');
  const stranger = clerkAt(await visits(`/terminal#${address.split('#')[1]?.slice(0, 20)}`));
  await stranger.sees('This link holds no key that can be read.');
  expect(stranger.page.url()).toBe(`${world.url}/terminal`);
  await world.settles();
  await world.isSound();
});

test('a scanner is a shop owner’s own: faults are marked, twice is once, and others find nothing', async ({
  world,
}) => {
  const { id } = await shopOf(world, '102');
  const scanners = `/shop/${id}/scanners`;
  const owner = new Visitor(world);
  await owner.signsIn(...hoon);
  const count = () => world.app.store.read.terminal.count({ where: { shopId: id, disabledAt: null } });
  const before = await count();
  for (const [name, says] of [
    ['   ', 'Please give it a name.'],
    ['가'.repeat(41), 'A name has at most 40 characters.'],
    ['4242 4242 4242 4242', 'This looks like a card number.'],
    ['102-1', 'There is a scanner of this name.'],
  ] as const) {
    await owner.opens(scanners);
    const answer = await owner.submits(scanners, { name });
    expect([answer.status, answer.html.includes(says), answer.html.includes('aria-invalid="true"')]).toEqual([
      422,
      true,
      true,
    ]);
  }
  const onceIn = ({ html }: { html: string }) => /name="once" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const form = { name: '<b>1', once: onceIn(await owner.opens(scanners)) };
  const [first, second] = [await owner.submits(scanners, form), await owner.submits(scanners, form)];
  expect(second.to).toBe(first.to);
  // Another form for another device: two of them would share a name, and an owner would switch off the wrong one.
  const again = await owner.submits(scanners, { name: '<b>1', once: onceIn(await owner.opens(scanners)) });
  expect([again.status, again.html.includes('There is a scanner of this name.')]).toEqual([422, true]);
  expect(await count()).toBe(before + 1);
  const shown = await owner.opens(first.to ?? '');
  expect(shown.html).toContain('&lt;b>1');
  const key = /<code class="key">([^<]+)</.exec(shown.html)?.[1]?.replaceAll(' ', '') ?? '';
  expect(key).toMatch(/^[A-Z2-7]{26}$/);
  const kept = await world.app.store.read.terminal.findMany();
  expect(JSON.stringify(kept)).not.toContain(key);

  const other = new Visitor(world);
  await other.signsIn(...park);
  expect((await other.opens(scanners)).status).toBe(404);
  const { id: own } = await shopOf(world, '101');
  await other.opens(`/shop/${own}/scanners`);
  expect((await other.submits(scanners, { name: 'mine' })).status).toBe(404);
  const terminal = await world.app.store.read.terminal.findFirstOrThrow({ where: { shopId: id } });
  for (const shop of [id, own]) await other.submits(`/shop/${shop}/scanners/${terminal.id}/disable`);
  expect(await count()).toBe(before + 1);
});
