import { expect } from 'vitest';
import { asks, customers, publishes, shopOf } from '../support/coupons.ts';
import { Visitor } from '../support/visitor.ts';
import { test, type World } from '../support/world.ts';

const hoon = ['hoon@mail.example', 'demo-shop-102'] as const;
const park = ['park@halla.example', 'demo-shop-101'] as const;
const admin = ['admin@giftline.example', 'demo-admin'] as const;

async function signedIn(world: World, [email, password]: readonly [string, string]): Promise<Visitor> {
  const visitor = new Visitor(world);
  expect((await visitor.signsIn(email, password)).status).toBe(200);
  return visitor;
}

test('RC-10 after a stop the address is of a page that can be loaded again, and says what was done', async ({
  world,
}) => {
  const { operations } = world.app;
  const { id: shopId } = await shopOf(world, '101');
  for (const id of await customers(world, 3)) await asks(world, id, shopId);
  const campaignId = await publishes(world, '101', { audience: 'askers' });
  await operations.runPublications();
  const owner = await signedIn(world, park);
  const home = `/shop/coupons/${campaignId}`;
  await owner.opens(`${home}/progress`);
  const stopped = await owner.submits(`${home}/stop`);
  expect(stopped).toMatchObject({ status: 303, to: `${home}/progress?done=stopped` });
  const page = await owner.opens(stopped.to ?? '');
  expect(page.status).toBe(200);
  expect(page.html).toContain('Coupons withdrawn: 3.');
  expect((await owner.opens(`${home}/progress`)).html).not.toContain('Coupons withdrawn');
  // Nobody makes the page say so by its address.
  const other = await publishes(world, '101', { audience: 'everyone' });
  expect((await owner.opens(`/shop/coupons/${other}/progress?done=stopped`)).html).not.toContain('Coupons withdrawn');
  world.passes({ minutes: 11 });
  await owner.opens(`/shop/coupons/${other}/progress`);
  const late = await owner.submits(`/shop/coupons/${other}/stop`);
  expect(late).toMatchObject({ status: 303, to: `/shop/coupons/${other}/progress?done=tooLate` });
  expect((await owner.opens(late.to ?? '')).html).toContain('role="alert"');
});

test('an address that only forms are sent to leads, when it is opened, to the page above it', async ({ world }) => {
  const operator = await signedIn(world, admin);
  expect((await operator.opens('/admin/shops/x/decline')).to).toBe('/admin');
  expect((await operator.opens('/admin/shops/x/name/approve')).to).toBe('/admin');
  expect((await operator.opens('/admin/fees/x/withdraw')).to).toBe('/admin/fees');
  const owner = await signedIn(world, hoon);
  const { id: shopId } = await shopOf(world, '102');
  const made = await owner.submits(`/shop/${shopId}/coupons`);
  const home = made.to?.replace('/offer', '') ?? '';
  for (const path of ['stop', 'test', 'stock', 'end', 'discard', 'take-back', 'preview', 'remake']) {
    expect([path, (await owner.opens(`${home}/${path}`)).to]).toEqual([path, home]);
  }
  expect((await owner.opens(`/shop/${shopId}/coupons`)).to).toBe(`/shop/${shopId}`);
  expect((await owner.opens(`/shop/${shopId}/scanners/x/disable`)).to).toBe(`/shop/${shopId}/scanners`);
  expect((await owner.opens('/shop/language')).to).toBe('/shop');
  // The language is chosen on a page that came from such an address: nobody stands before nothing.
  const back = await owner.submits('/shop/language', { language: 'ja', back: `${home}/test` });
  expect((await owner.follows(back.to ?? '')).status).toBe(200);
});

test('pages outside of the office speak the language that was chosen there', async ({ world }) => {
  const visitor = new Visitor(world);
  await visitor.opens('/shop/sign-in');
  await visitor.submits('/shop/language', { language: 'ja', back: '/shop/sign-in' });
  for (const path of ['/nowhere', '/g/nothing', '/']) {
    const seen = await visitor.opens(path);
    expect([path, seen.html.includes('<html lang="ja"')]).toEqual([path, true]);
  }
  visitor.cookies.set('giftline-language', 'klingon');
  expect((await visitor.opens('/nowhere')).html).toContain('<html lang="en"');
});

test('a scanner without a name, or with one that is taken, is told at the head of the page', async ({ world }) => {
  const owner = await signedIn(world, hoon);
  const { id } = await shopOf(world, '102');
  await owner.opens(`/shop/${id}/scanners`);
  for (const name of ['', 'Hall', 'Hall']) {
    const seen = await owner.submits(`/shop/${id}/scanners`, { name });
    if (seen.status === 303) continue;
    expect(seen.status).toBe(422);
    expect(seen.html).toMatch(/<div class="sheet alarm" role="alert" data-focus[^>]*>.*<a href="#name">Name: /s);
  }
});

test('a shop is not declined without a reason, which is told at the head of the page', async ({ world }) => {
  const owner = await signedIn(world, hoon);
  await owner.opens('/shop/new');
  const entry = { name: '한라 악기 ', nameEn: 'halla music', trade: 'retail', threshold: '20', code: '777' };
  expect((await owner.submits('/shop/new', entry)).status).toBe(303);
  const { id } = await shopOf(world, '777');
  const operator = await signedIn(world, admin);
  const seen = await operator.submits(`/admin/shops/${id}/decline`, { [`reason-${id}`]: '' });
  expect(seen.status).toBe(422);
  expect(seen.html).toMatch(
    new RegExp(`<div class="sheet alarm" role="alert" data-focus[^>]*>.*<a href="#reason-${id}">`, 's'),
  );
});

test('RC-03 the operator sees when a shop would be called as another that customers see', async ({ world }) => {
  const owner = await signedIn(world, hoon);
  await owner.opens('/shop/new');
  const entry = { name: '별다방', nameEn: ' HALLA  music', trade: 'retail', threshold: '20', code: '777' };
  expect((await owner.submits('/shop/new', entry)).status).toBe(303);
  const { id } = await shopOf(world, '102');
  const { html } = await owner.opens(`/shop/${id}/edit`);
  const typed = Object.fromEntries(
    [...html.matchAll(/<input[^>]*?name="(name|nameEn|threshold|code|email|phone|place)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  const changed = { ...typed, trade: 'restaurant', name: '바닷가민박', nameEn: 'By the sea' };
  expect((await owner.submits(`/shop/${id}/edit`, changed)).status).toBe(303);
  const operator = await signedIn(world, admin);
  const page = (await operator.opens('/admin')).html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(page).toContain('Same name: 101 Halla Music');
  expect(page).toContain('Same name: 104 Seaside Stay');
  expect(page.match(/Same name/g)).toHaveLength(2);
});

test('RC-08 the operator reads that the shop took its coupon back', async ({ world }) => {
  const owner = await signedIn(world, hoon);
  const { id: shopId } = await shopOf(world, '102');
  await owner.opens('/shop/new');
  const handed = await owner.submits(`/shop/${shopId}/hand-over`, { wishes: 'Something warm' });
  const home = handed.to ?? '';
  const operator = await signedIn(world, admin);
  const step = await operator.opens(`${home}/offer`);
  expect(step.status).toBe(200);
  await owner.opens(`${home}/hand-over`);
  expect((await owner.submits(`${home}/take-back`)).status).toBe(303);
  const seen = await operator.submits(`${home}/offer`, {
    title: 'Stew',
    kind: 'percentage',
    percent: '10',
    go: 'next',
  });
  expect(seen.status).toBe(409);
  expect(seen.html).toContain('The shop took this coupon back');
  expect(seen.html).toContain('<a href="/admin">');
  for (const path of ['', '/terms', '/check', '/send']) {
    expect([path, (await operator.opens(home + path)).status]).toEqual([path, 409]);
  }
  // Of what was never left to the operator nothing is told, and to nobody else.
  const other = await signedIn(world, park);
  expect((await other.opens(`${home}/check`)).status).toBe(404);
  const own = (await other.submits(`/shop/${(await shopOf(world, '101')).id}/coupons`)).to?.replace('/offer', '') ?? '';
  expect((await operator.opens(`${own}/check`)).status).toBe(404);
});
