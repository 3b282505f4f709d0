import { expect } from 'vitest';
import { openKeys } from '../../src/providers/keys.ts';
import { findings } from '../support/axe.ts';
import { browserWithCamera } from '../support/camera.ts';
import { customers, fetches, makeChain, ownerOf, publishes, shopOf } from '../support/coupons.ts';
import { isFit } from '../support/is-fit.ts';
import { sizes } from '../support/open-browser.ts';
import { test } from '../support/page-visits.ts';
import type { World } from '../support/world.ts';
import { clerkAt, tokenOf, voucherIdOf } from './at-the-terminal.ts';
import { buysAndAccepts } from './buying.ts';

const fetched = async (world: World, customerId: string, campaignId: string): Promise<string> =>
  voucherIdOf(await fetches(world, customerId, campaignId));

/** A member who asks for coupons too, with the PIN of the membership. */
const memberWithCoupons = (world: World, memberNumber: string): Promise<string> =>
  world.app.store.transaction(async (tx) => {
    const member = await tx.member.findUniqueOrThrow({ where: { number: memberNumber } });
    const { id, phone, name, locale } = member;
    const customer = {
      id: `customer ${id}`,
      memberId: id,
      phone,
      name,
      locale,
      newsBy: 'text',
      createdAt: world.now(),
    };
    return (await tx.customer.create({ data: customer })).id;
  });

test('EC-07 EC-08 EC-09 EC-12 one scan, a big answer; used once at any shop of the chain, and its holder sees where', async ({
  world,
  visits,
}) => {
  const chain = await makeChain(world, ['101', '102']);
  const campaignId = await publishes(world, '102', { shopIds: chain, leastSpend: 10_000n });
  const [someone = '', another = ''] = await customers(world, 2);
  const voucherId = await fetched(world, someone, campaignId);
  const code = await tokenOf(world, voucherId);

  const clerk = clerkAt(await visits('/terminal'));
  await clerk.signsIn('demo-terminal-999');
  await clerk.sees('This key is not known.');
  await clerk.signsIn('demo-terminal-102');
  await clerk.sees('Bukchon Table', '102-1');
  await clerk.page.reload();
  await clerk.sees('Bukchon Table');

  await clerk.scans(code);
  await clerk.seesColour('green');
  await clerk.sees('20% off (up to 5,000 won)', 'From 10,000 won on');
  await clerk.types('9000');
  await clerk.sees('The bill must be 10,000 won or more.');
  await clerk.presses('Erase');
  await clerk.presses('Erase');
  await clerk.presses('Erase');
  await clerk.presses('Erase');
  await clerk.types('20000');
  await clerk.sees('4,000 won off. The customer pays 16,000 won.');
  await clerk.enters();
  await clerk.sees('Take 4,000 won off', 'The customer pays 16,000 won.');

  const other = clerkAt(await visits('/terminal'));
  await other.signsIn('demo-terminal-101');
  await other.sees('Halla Music');
  await other.scans(code);
  await other.seesColour('red');
  await other.sees('Used already', /It was used on .*12:00/);

  await clerk.presses('Undo');
  await clerk.presses('Yes, undo it');
  await clerk.sees('The coupon can be used again.');
  world.passes({ minutes: 1 });
  await other.scans(code);
  await other.seesColour('green');
  await other.types('30000');
  await other.enters();
  await other.sees('Take 5,000 won off');

  const [{ uses = [] } = {}] = await world.app.operations.vouchersOf(someone);
  expect(uses).toMatchObject([
    { shop: { name: '한라악기' }, rolledBackAt: null },
    { shop: { name: '북촌식당' }, rolledBackAt: expect.any(Date) },
  ]);

  const third = clerkAt(await visits('/terminal'));
  await third.signsIn('demo-terminal-103');
  await third.sees('Jeju Rent');
  await third.scans(await tokenOf(world, await fetched(world, another, campaignId)));
  await third.sees('Not for this shop', 'This coupon is of Bukchon Table.');
});

test('EC-11 an untracked coupon is used by whoever shows it; a gift is handed over with one press', async ({
  world,
  visits,
}) => {
  const offer = { kind: 'gift-item', item: '아메리카노 1잔' } as const;
  const campaignId = await publishes(world, '102', { offer, tracked: false });
  const card = await world.app.operations.voucherCard({ campaignId });
  const clerk = clerkAt(await visits('/terminal', { size: 'desktop' }));
  await clerk.signsIn('demo-terminal-102');
  for (let time = 0; time < 2; time++) {
    await clerk.sees('Scan a coupon or certificate');
    await clerk.scans(card?.token ?? '');
    await clerk.sees('Anyone may show this coupon', 'Hand over: 아메리카노 1잔');
    await clerk.presses('Use the coupon');
    await clerk.sees('Next customer');
    await clerk.presses('Next customer');
  }
  expect(await clerk.page.locator('.uses li').count()).toBe(2);
  const { id: shopId } = await shopOf(world, '102');
  const uses = await world.app.store.read.voucherRedemption.findMany({ where: { campaignId, shopId } });
  expect(uses).toMatchObject([{ voucherId: null }, { voucherId: null }]);
});

test('GC-12 without a smartphone: telephone number and PIN, by keyboard alone; a lost answer is asked for again and nothing is taken twice', async ({
  world,
  visits,
}) => {
  const number = await buysAndAccepts(world);
  const clerk = clerkAt(await visits('/terminal'));
  const { page } = clerk;
  await page.getByLabel('Terminal key').waitFor();
  await clerk.types('demo-terminal-101');
  await clerk.enters();
  await clerk.sees('Halla Music');
  await page.getByRole('button', { name: 'Telephone number and PIN' }).focus();
  await clerk.enters();
  await page.getByLabel('Mobile number').waitFor();
  await clerk.types('01030000001');
  await page.keyboard.press('Tab');
  await clerk.types('1357');
  await clerk.enters();
  await clerk.sees('What does the customer want to use?', '50,000 won left');
  await page.getByRole('button', { name: /50,000 won left/ }).focus();
  await clerk.enters();
  await clerk.seesColour('green');
  await clerk.types('20000');

  // The answer is lost on its way; what was asked has been done.
  let lost = 0;
  await page.route('**/api/v1/redemptions', async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort();
  });
  await clerk.enters();
  await clerk.seesColour('amber');
  await clerk.sees('It is not known yet whether it was used.');
  await page.reload();
  await clerk.sees('an answer did not come', '20,000 won');
  await page.unroute('**/api/v1/redemptions');
  await clerk.presses('Ask again');
  await clerk.sees('Customer: your PIN, please');
  await clerk.types('9999');
  await clerk.enters();
  await clerk.sees('This is another PIN than the first time.');
  await clerk.types('1357');
  await clerk.enters();
  await clerk.sees('20,000 won taken', '30,000 won is left on the certificate.');
  expect(lost).toBe(1);

  await clerk.scans(number);
  await clerk.sees('30,000 won left');
  await clerk.types('30001');
  await clerk.sees('That is more than the 30,000 won that is left.');
  await clerk.presses('All of it');
  await clerk.presses('Take 30,000 won');
  await clerk.sees('Customer: your PIN, please');
  await clerk.types('0000');
  await clerk.enters();
  await clerk.sees('This is not the PIN.');
  await clerk.types('1357');
  await clerk.enters();
  await clerk.sees('30,000 won taken', '0 won is left');

  await clerk.presses('Next customer');
  expect(await page.locator('.uses li').allTextContents()).toHaveLength(2);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/1357|01030000001|김지수|최유나/);
  await clerk.presses('Sign out');
  await clerk.presses('Press again to sign out');
  await page.getByLabel('Terminal key').waitFor();
  expect(await page.evaluate(() => localStorage.getItem('giftline.terminal.key'))).toBeNull();
  await world.settles();
});

test('EC-03 a strict coupon wants its holder’s PIN; the holder’s list knows it too, and what is over says so', async ({
  world,
  visits,
}) => {
  const jisu = await memberWithCoupons(world, '100001');
  const campaignId = await publishes(world, '102', { proof: 'strict', offer: { kind: 'fixed-value', minor: 1_000n } });
  const voucherId = await voucherIdOf(await fetches(world, jisu, campaignId, '2580'));
  const clerk = clerkAt(await visits('/terminal'));
  await clerk.signsIn('demo-terminal-102');
  await clerk.sees('Scan a coupon or certificate');
  await clerk.scans(await tokenOf(world, voucherId));
  await clerk.sees('1,000 won voucher');
  await clerk.types('700');
  await clerk.sees('700 won off. There is nothing to pay.', 'The remaining 300 won is lost: no change is given.');
  await clerk.enters();
  await clerk.sees('Customer: your PIN, please');
  await clerk.types('2580');
  await clerk.enters();
  await clerk.sees('Take 700 won off', 'There is nothing to pay. The remaining 300 won is lost');
  world.passes({ days: 40 });
  await clerk.scans(await tokenOf(world, voucherId));
  await clerk.sees('Used already');
  await clerk.presses('Next customer');
  await clerk.presses('Telephone number and PIN');
  await clerk.page.getByLabel('Mobile number').waitFor();
  await clerk.types('01020000001');
  await clerk.page.keyboard.press('Tab');
  await clerk.types('2580');
  await clerk.enters();
  await clerk.sees('Nothing here');
});

test('a ticket shows when and where, and one that is not of today is asked about once more', async ({
  world,
  visits,
}) => {
  const startsAt = '2026-12-10T10:30:00.000Z';
  const offer = { kind: 'ticket', ticket: 'concert', event: 'Winter concert', startsAt, seat: 'Row C 7' } as const;
  const campaignId = await publishes(world, '101', { offer });
  const [someone = '', another = ''] = await customers(world, 2);
  const codes = await Promise.all(
    [someone, another].map(async (id) => tokenOf(world, await fetched(world, id, campaignId))),
  );
  const clerk = clerkAt(await visits('/terminal'));
  await clerk.signsIn('demo-terminal-101');
  await clerk.page.clock.setFixedTime('2026-12-09T14:00:00.000Z');
  await clerk.sees('Scan a coupon or certificate');
  await clerk.scans(codes[0] ?? '');
  await clerk.sees('Winter concert');
  expect(await clerk.page.locator('.found .large').allTextContents()).toEqual([
    'Winter concert Concert ticket',
    '10 Dec, 19:30',
    'Row C 7',
  ]);
  await clerk.presses('Use the coupon');
  await clerk.sees('This ticket is for 10 Dec, 19:30. Use it now?');
  expect(await findings(clerk.page)).toEqual([]);
  // By keyboard alone, and a hasty Enter uses nothing.
  await clerk.enters();
  await clerk.sees('Scan a coupon or certificate');
  expect(await world.app.store.read.voucherRedemption.count()).toBe(0);
  await clerk.scans(codes[0] ?? '');
  await clerk.presses('Use the coupon');
  await clerk.presses('Yes, use it now');
  await clerk.sees('Take it for: Winter concert, 10 Dec, 19:30, Row C 7');
  await clerk.page.clock.setFixedTime('2026-12-09T15:00:00.000Z');
  await clerk.scans(codes[1] ?? '');
  await clerk.presses('Use the coupon');
  await clerk.sees('Take it for: Winter concert');
});

test('a refusal says what to do next: another shop’s QR, a wrong number, no number at all, a lock', async ({
  world,
  visits,
}) => {
  const number = await buysAndAccepts(world);
  const { id } = await world.app.store.read.certificate.findFirstOrThrow({ where: { number } });
  const token = openKeys(world.accounts.secret).cardToken(id, 1);
  const clerk = clerkAt(await visits('/terminal'));
  await clerk.signsIn('demo-terminal-102');
  await clerk.sees('Bukchon Table');
  await clerk.scans(token);
  await clerk.sees('Of another shop', 'This certificate is of Halla Music and good there only.');
  await clerk.scans(number);
  await clerk.sees('No number that can be used at this shop. Check the digits');
  await clerk.presses('Next customer');
  await clerk.types('쿠폰');
  await clerk.enters();
  await clerk.sees('Not a coupon number', 'Type the twelve digits.');
  await clerk.presses('Next customer');
  await clerk.page.getByLabel('Language').selectOption('ko');
  await clerk.scans(number);
  await clerk.sees('이 매장에서 쓸 수 있는 번호가 아닙니다.');
  await clerk.scans('8801234567893');
  await clerk.sees('숫자 12자리를 입력해 주세요. 한글 자판이면 영문으로 바꿔 주세요.');

  const own = clerkAt(await visits('/terminal'));
  await own.signsIn('demo-terminal-101');
  await own.sees('Halla Music');
  for (let guess = 0; guess < 5; guess++) await world.till('101').redeems({ code: number, pin: '0000', amount: 1_000 });
  await own.scans(number);
  await own.sees('This customer’s PIN is locked', /closed until .*12:15/, 'The terminal works on for everybody else.');
  await world.settles();
});

test('a bill that no counter has is not taken, and the most that is said', async ({ world, visits }) => {
  const campaignId = await publishes(world, '101');
  const [someone = ''] = await customers(world, 1);
  const clerk = clerkAt(await visits('/terminal'));
  await clerk.signsIn('demo-terminal-101');
  await clerk.sees('Scan a coupon or certificate');
  await clerk.scans(await tokenOf(world, await fetched(world, someone, campaignId)));
  await clerk.seesColour('green');
  await clerk.types('100000001');
  await clerk.sees('At most 100,000,000 won at once.');
  await clerk.enters();
  await clerk.seesColour('green');
  expect(await world.app.store.read.voucherRedemption.count()).toBe(0);
});

test('a use that is undone after the sending was stopped says that the coupon is gone', async ({ world, visits }) => {
  const campaignId = await publishes(world, '101');
  const [someone = ''] = await customers(world, 1);
  const clerk = clerkAt(await visits('/terminal'));
  await clerk.signsIn('demo-terminal-101');
  await clerk.sees('Scan a coupon or certificate');
  await clerk.scans(await tokenOf(world, await fetched(world, someone, campaignId)));
  await clerk.seesColour('green');
  await clerk.types('10000');
  await clerk.enters();
  await clerk.sees('Take 2,000 won off');
  await world.app.operations.stopPublication({ by: await ownerOf(world, '101'), campaignId });
  await clerk.presses('Undo');
  await clerk.presses('Yes, undo it');
  await clerk.sees('The shop has taken all of these coupons back meanwhile.');
});

test('EC-07 the camera reads a real card from the screen of a telephone', async ({ world, visits }) => {
  const campaignId = await publishes(world, '101');
  const [someone = ''] = await customers(world, 1);
  const voucherId = await fetched(world, someone, campaignId);
  const held = await world.app.operations.voucherOf(someone, voucherId);
  const picture = await fetch(`${world.url}/w/${held?.pageToken}/card.png`);
  const from = await browserWithCamera(Buffer.from(await picture.arrayBuffer()));
  try {
    const clerk = clerkAt(await visits('/terminal', { from }));
    await clerk.signsIn('demo-terminal-101');
    await clerk.presses('Use the camera');
    await clerk.sees('20% off (up to 5,000 won)');
    await clerk.types('10000');
    await clerk.enters();
    await clerk.sees('Take 2,000 won off');
    await clerk.presses('Next customer');
    // The camera looks again by itself, and the same card still lies before it.
    await clerk.sees('Used already');
  } finally {
    await from.close();
  }
});

test('every screen of the scanner is good for everybody, small and large, and speaks the language that is chosen', {
  timeout: 60_000,
}, async ({ world, visits }) => {
  const campaignId = await publishes(world, '101', { leastSpend: 5_000n, terms: '점심에만\n포장 제외' });
  const [someone = ''] = await customers(world, 1);
  const code = await tokenOf(world, await fetched(world, someone, campaignId));
  for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
    const clerk = clerkAt(await visits('/terminal', { size }));
    const isGood = async (screen: string) => {
      await isFit(clerk.page, `${screen}, ${size}`);
    };
    await clerk.sees('Sign this terminal in');
    await isGood('signing in');
    await clerk.signsIn('demo-terminal-101');
    await clerk.sees('Scan a coupon or certificate');
    await isGood('ready');
    await clerk.presses('Use the camera');
    await clerk.sees(/There is no camera here|may not use the camera/);
    await isGood('no camera');
    await clerk.scans(code);
    await clerk.seesColour('green');
    await isGood('found');
    await clerk.types('10000');
    await clerk.enters();
    await clerk.sees('Take 2,000 won off');
    await isGood('done');
    await clerk.presses('Undo');
    await isGood('undoing');
    await clerk.presses('Yes, undo it');
    await clerk.sees('The coupon can be used again.');
    await clerk.presses('Next customer');
    await clerk.presses('Telephone number and PIN');
    await isGood('telephone and PIN');
    await clerk.page.context().setOffline(true);
    await clerk.scans('123456789012');
    await clerk.seesColour('amber');
    await isGood('lost');
    await clerk.page.context().setOffline(false);
    await clerk.presses('Ask again');
    await clerk.seesColour('red');
    await clerk.page.getByLabel('Language').selectOption('ja');
    await clerk.sees('使えない番号です', 'ほかの方法で会計してください');
    await clerk.page.reload();
    await clerk.sees('クーポンか商品券を読み取ってください', 'カメラで読む');
    await clerk.page.getByLabel('言語').selectOption('ko');
    await clerk.sees('쿠폰이나 상품권을 읽어 주세요');
    await isGood('ready, in Korean');
  }
});
