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
  expect(check.html).toContain(`href="${home}/offer#minor"`);
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

/** Made, tested and gone to the outer world. */
async function tested(world: World, change: Record<string, string> = {}) {
  const made = await making(world);
  const { owner, home } = made;
  await owner.submits(`${home}/offer`, { ...offer, version: '1', go: 'next' });
  await owner.submits(`${home}/terms`, { ...terms, ...change, version: '2', go: 'next' });
  expect((await owner.submits(`${home}/test`)).to).toBe(`${home}/check`);
  const waiting = await owner.opens(`${home}/check`);
  expect(waiting.html).toContain('The test card is on its way as a text to 010-****-0002.');
  await world.settles();
  return made;
}

test('RC-10 on offer to everyone while nobody asks: the question, the title and the result say so, once', async ({
  world,
}) => {
  const { owner, home, shopId } = await tested(world, { audience: 'everyone' });
  const check = await owner.opens(`${home}/check`);
  expect(check.html).toContain('The test card has been sent as a text to 010-****-0002.');
  const question = await owner.opens(`${home}/send`);
  expect(question.html).toContain('<h1>Offer it now?</h1>');
  expect(question.html).not.toContain('Everybody else');
  await owner.submits(`${home}/send`, { version: versionOf(question.html) });
  const result = await owner.opens(`${home}/progress`);
  expect(result.html).toContain('<title>On offer · Giftline</title>');
  expect(result.html.match(/everyone can fetch/g)).toHaveLength(1);
  expect(result.html).toContain('Take the offer back');
  expect(result.html).toContain(`href="/shop/${shopId}"`);
  world.passes({ minutes: 11 });
  expect((await owner.opens(`${home}/progress`)).html).not.toContain('Take the offer back');
});

test('RC-10 who did not get it is counted, with why; only what all have is said to be sent to all', async ({
  world,
}) => {
  const [gone, left] = await customers(world, 3);
  const { owner, home, shopId } = await tested(world);
  for (const { id } of await world.app.store.read.customer.findMany()) await asks(world, id, shopId);
  const { phone } = await world.app.store.read.customer.findUniqueOrThrow({ where: { id: gone ?? '' } });
  await world.app.store.transaction((tx) =>
    tx.optOut.create({ data: { recipient: phone, sender: world.line, since: world.now() } }),
  );
  const question = await owner.opens(`${home}/send`);
  await owner.submits(`${home}/send`, { version: versionOf(question.html) });
  expect((await owner.opens(`${home}/progress`)).html).toContain('<h1 id="progress">Sending</h1>');
  await world.app.operations.withdrawRequest({ customerId: left ?? '', shopId });
  await world.settles();
  const { html } = await owner.opens(`${home}/progress`);
  expect(html).toContain('<h1 id="progress">Sent</h1>');
  expect(html).toContain('Want no more news: 1');
  expect(html).toContain('Took their request back meanwhile: 1');
  expect(html).not.toContain('who asked have it');
});

test('RC-08 what was left to Giftline shows the words of the shop, and the shop can take it back', async ({
  world,
}) => {
  const { owner, home, shopId } = await making(world);
  const empty = await owner.submits(`${home}/hand-over`, { wishes: '  ' });
  expect([empty.status, empty.html.includes('Please fill this in.')]).toEqual([422, true]);
  await owner.submits(`${home}/hand-over`, { wishes: 'Something warm for December' });
  const shop = await owner.opens(`/shop/${shopId}`);
  expect(shop.html).toContain('Something warm for December');
  expect(shop.html).not.toContain('10% off');
  const operator = new Visitor(world);
  await operator.signsIn('admin@giftline.example', 'demo-admin');
  await operator.opens(`${home}/offer`);
  const made = await operator.submits(`${home}/offer`, { ...offer, title: 'Warm', version: '1', go: 'next' });
  expect(made.to).toBe(`${home}/terms`);
  expect((await owner.opens(`/shop/${shopId}`)).html).not.toContain('20% off');
  await owner.opens(`${home}/hand-over`);
  for (let pressed = 0; pressed < 2; pressed++) expect((await owner.submits(`${home}/take-back`)).to).toBe(home);
  expect((await owner.opens(`${home}/offer`)).html).toContain('value="Warm"');
  expect((await operator.opens(`${home}/offer`)).status).toBe(409);
});
