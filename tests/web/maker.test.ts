import { expect } from 'vitest';
import { asks, customers, shopOf } from '../support/coupons.ts';
import { Visitor } from '../support/visitor.ts';
import { test, type World } from '../support/world.ts';

const hoon = ['hoon@mail.example', 'demo-shop-102'] as const;

const offer = { title: 'Stew', kind: 'percentage', percent: '20', mostMinor: '' };
const terms = {
  validFrom: '2026-11-22',
  validUntil: '2026-12-22',
  tracked: 'serials',
  proof: 'light',
  audience: 'askers',
};

async function making(world: World): Promise<{ owner: Visitor; home: string; shopId: string }> {
  const owner = new Visitor(world);
  await owner.signsIn(...hoon);
  const { id: shopId } = await shopOf(world, '102');
  const { to } = await owner.submits(`/shop/${shopId}/coupons`);
  const home = to?.replace('/offer', '') ?? '';
  await owner.opens(`${home}/offer`);
  return { owner, home, shopId };
}

const faultsIn = (html: string) => [...html.matchAll(/id="([\w-]+)-fault"/g)].map(([, input]) => input);
const versionOf = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

test('RC-08 everything that is wrong at a step is said at once, in the order of the page', async ({ world }) => {
  const { owner, home } = await making(world);
  const long = '가'.repeat(41);
  const first = { ...offer, title: long, percent: '10.5', mostMinor: 'many', version: '1', go: 'next' };
  const wrong = await owner.submits(`${home}/offer`, first);
  expect([wrong.status, faultsIn(wrong.html)]).toEqual([422, ['title', 'percent', 'mostMinor']]);
  expect(wrong.html).toContain('A whole number, please, without decimals.');
  const links = [...wrong.html.matchAll(/<a href="#(\w+)">/g)].map(([, input]) => input);
  expect(links.slice(-3)).toEqual(['title', 'percent', 'mostMinor']);
  const both = { ...terms, validFrom: 'soon', validUntil: '2020-01-01', stock: '1.5', leastSpend: '-3', version: '2' };
  const more = await owner.submits(`${home}/terms`, { ...both, terms: '나'.repeat(201), go: 'next' });
  expect(faultsIn(more.html)).toEqual(['validFrom', 'validUntil', 'stock', 'leastSpend', 'terms']);
});

test('RC-08 a step with what cannot be read is left by any way, and is found again as it was typed', async ({
  world,
}) => {
  const { owner, home } = await making(world);
  const typed = { ...offer, kind: 'amount', minor: '오천원', version: '1' };
  for (const go of ['terms', 'look', 'check']) {
    expect((await owner.submits(`${home}/offer`, { ...typed, go })).to).toBe(`${home}/${go}`);
  }
  const check = await owner.opens(`${home}/check`);
  expect(check.html).toContain('href="' + `${home}/offer#minor"`);
  expect(check.html).not.toContain('Send me a test card');
  expect((await owner.submits(`${home}/test`)).status).toBe(422);
  const back = await owner.opens(`${home}/offer`);
  expect(back.html).toContain('value="오천원"');
  expect(back.html).toContain('value="Stew"');
  expect(back.html).toMatch(/value="amount" checked/);
  expect(faultsIn(back.html)).toEqual(['minor']);
  // The title was stored meanwhile: only what could not be read was not.
  expect(await world.app.store.read.campaign.findFirstOrThrow()).toMatchObject({ title: 'Stew', version: 2 });
  const mended = { ...typed, minor: '5,000원', version: versionOf(back.html), go: 'next' };
  expect((await owner.submits(`${home}/offer`, mended)).to).toBe(`${home}/terms`);
  expect((await owner.opens(`${home}/check`)).html).toContain('Send me a test card');
  expect((await owner.opens(`${home}/offer`)).html).toContain('value="5000"');
});
