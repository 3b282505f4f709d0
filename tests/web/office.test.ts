import { expect } from 'vitest';
import { customers } from '../support/coupons.ts';
import { Visitor } from '../support/visitor.ts';
import { test, World } from '../support/world.ts';

const park = ['park@halla.example', 'demo-shop-101'] as const;
const hoon = ['hoon@mail.example', 'demo-shop-102'] as const;
const admin = ['admin@giftline.example', 'demo-admin'] as const;
const session = 'giftline-session';

async function signedIn(world: World, [email, password]: readonly [string, string]): Promise<Visitor> {
  const visitor = new Visitor(world);
  expect((await visitor.signsIn(email, password)).status).toBe(200);
  return visitor;
}

const shopIdOf = async (world: World, code: string): Promise<string> =>
  (await world.app.store.read.shop.findUniqueOrThrow({ where: { code } })).id;

test('RC-01 only who proves it gets in; the session changes with it, and ends with the sign-out', async ({ world }) => {
  const owner = new Visitor(world);
  const away = await owner.opens('/shop/new');
  expect(away).toMatchObject({ status: 303, to: '/shop/sign-in?next=%2Fshop%2Fnew' });
  // A session that somebody planted in the browser is no session, and none after the sign-in either.
  const planted = 'A'.repeat(43);
  owner.cookies.set(session, planted);
  await owner.opens('/shop/sign-in?next=/shop/new');
  const wrong = await owner.submits('/shop/sign-in', { email: park[0], password: 'nope' });
  expect(wrong.status).toBe(401);
  expect(wrong.html).toContain('do not belong together');
  expect(wrong.html).toContain('value="park@halla.example"');
  expect(wrong.html).not.toContain('nope');
  const right = await owner.submits('/shop/sign-in', { email: park[0], password: park[1], next: '/shop/new' });
  expect(right).toMatchObject({ status: 303, to: '/shop/new' });
  const token = owner.cookies.get(session) ?? '';
  expect(token).not.toBe(planted);
  expect(String(right.headers['set-cookie'])).toMatch(
    /giftline-session=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax/,
  );

  const page = await owner.opens('/shop/new');
  expect(page.headers['content-security-policy']).toContain("default-src 'none';script-src 'self';style-src 'self'");
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
  expect((await owner.submits('/shop/sign-out')).to).toBe('/shop/sign-in');
  expect(owner.cookies.has(session)).toBe(false);
  owner.cookies.set(session, token);
  expect((await owner.opens('/shop/new')).status).toBe(303);
  // Nowhere else than here, whatever the address says.
  for (const next of ['https://evil.example/', '//evil.example', '/g/x']) {
    const visitor = new Visitor(world);
    await visitor.opens(`/shop/sign-in?next=${encodeURIComponent(next)}`);
    const ended = await visitor.submits('/shop/sign-in', { email: park[0], password: park[1], next });
    expect([next, ended.to]).toEqual([next, '/shop']);
  }
});

test('a form that is not from here, or has no token or a forged one, changes nothing', async ({ world }) => {
  const owner = await signedIn(world, park);
  const id = await shopIdOf(world, '101');
  const before = JSON.stringify(await world.app.store.read.shop.findUniqueOrThrow({ where: { id } }), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  const fields = { name: 'Taken over', trade: 'retail', threshold: '1', toldBy: 'chat' };
  const edit = `/shop/${id}/edit`;
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    expect((await owner.submits(edit, fields, headers)).status).toBe(403);
  }
  expect((await owner.submits(edit, { ...fields, _csrf: '' })).status).toBe(403);
  expect((await owner.submits(edit, { ...fields, _csrf: 'forged-forged-forged' })).status).toBe(403);
  // Another's token, of a page that anybody may open.
  const other = await signedIn(world, hoon);
  const theirs = /name="_csrf" value="([^"]+)"/.exec((await other.opens('/shop/new')).html)?.[1] ?? '';
  expect(theirs).not.toBe('');
  const stranger = new Visitor(world);
  for (const [name, value] of owner.cookies) stranger.cookies.set(name, value);
  const form = other.cookies.get('giftline-form') ?? '';
  stranger.cookies.set('giftline-form', form);
  expect((await stranger.submits(edit, { ...fields, _csrf: theirs })).status).toBe(403);
  const after = JSON.stringify(await world.app.store.read.shop.findUniqueOrThrow({ where: { id } }), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(after).toBe(before);
});

test("another owner's shop and coupons are not there, and the operator's pages are not there for owners", async ({
  world,
}) => {
  const owner = await signedIn(world, park);
  const other = await signedIn(world, hoon);
  const id = await shopIdOf(world, '101');
  const made = await owner.submits(`/shop/${id}/coupons`);
  const campaign = made.to?.replace('/offer', '') ?? '';
  expect(campaign).toMatch(/^\/shop\/coupons\/[\w-]{36}$/);
  await other.opens('/shop/new');
  for (const path of [`/shop/${id}`, `/shop/${id}/edit`, `/shop/${id}/hand-over`, campaign, `${campaign}/offer`]) {
    expect([path, (await other.opens(path)).status]).toEqual([path, 404]);
  }
  for (const path of ['check', 'send', 'progress', 'progress.json', 'card', 'hand-over']) {
    expect([path, (await other.opens(`${campaign}/${path}`)).status]).toEqual([path, 404]);
  }
  for (const path of [
    'offer',
    'terms',
    'look',
    'preview',
    'test',
    'send',
    'stop',
    'stock',
    'end',
    'discard',
    'hand-over',
  ]) {
    expect([path, (await other.submits(`${campaign}/${path}`, { wishes: 'x' })).status]).toEqual([path, 404]);
  }
  expect((await other.submits(`/shop/${id}/coupons`)).status).toBe(404);
  expect((await other.submits(`/shop/${id}/edit`, {})).status).toBe(404);
  for (const path of ['/admin', '/admin/fees']) expect((await owner.opens(path)).status).toBe(404);
  for (const path of [`/admin/shops/${id}/approve`, '/admin/fees']) {
    expect((await owner.submits(path, { amount: '1' })).status).toBe(404);
  }
  expect((await new Visitor(world).opens('/admin')).to).toBe('/shop/sign-in?next=%2Fadmin');
  // What was not left to the operator is the shop's alone.
  const operator = await signedIn(world, admin);
  expect((await operator.opens(campaign)).status).toBe(404);
  expect(await world.app.store.read.campaign.count()).toBe(1);
  expect(await world.app.store.read.feeRule.count()).toBe(0);
  // Each is greeted as what they are; who is not signed in, as nobody.
  expect((await owner.opens('/shop/new')).html).toContain('<span>Shop</span>');
  expect((await operator.opens('/admin')).html).toContain('<span>Operator</span>');
  expect((await new Visitor(world).opens('/shop/sign-in')).html).not.toContain('Shop</span>');
});

test('names with markup, from right to left, and 4,096 characters long are text, or marked and not lost', async ({
  world,
}) => {
  const owner = await signedIn(world, park);
  const id = await shopIdOf(world, '101');
  const fields = { trade: 'retail', code: '101', toldBy: ['email', 'text'], threshold: '３', phone: '010-2000-0003' };
  const named = (name: string, more: object = {}) =>
    owner.submits(`/shop/${id}/edit`, { ...fields, email: 'park@halla.example', name, ...more });
  for (const name of ['<img src=x onerror=alert(1)>"&\'', 'متجر الموسيقى', '한라악기 🎵']) {
    expect((await named(name)).to).toBe(`/shop/${id}?done=saved`);
    const page = await owner.opens(`/shop/${id}`);
    expect(page.html).not.toContain('<img src=x');
    expect(page.html).toContain(name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').slice(0, 8));
  }
  const long = `${'가'.repeat(4_095)}<`;
  const marked = await named(long, { about: '4242 4242 4242 4242', phone: '02-123', opens0: '10:00' });
  expect(marked.status).toBe(422);
  for (const field of ['name', 'about', 'phone', 'closes0']) expect(marked.html).toContain(`id="${field}-fault"`);
  expect(marked.html).toContain(`value="${'가'.repeat(4_095)}&lt;"`);
  expect(marked.html).toContain('role="alert"');
  // Each day that is wrong says so where it stands, and the form lists them in the order of the page.
  const days = await named('한라악기', { closes2: '20:00', opens5: '10:00', closes5: '10:00' });
  expect([...days.html.matchAll(/id="(\w+)-fault"/g)].map(([, field]) => field)).toEqual(['opens2', 'opens5']);
  expect(days.html).toContain('Wednesday opens: Say when you open, too');
  expect((await owner.opens(`/shop/${id}/edit`)).html).toContain('value="010-2000-0003"');
  const taken = await named('한라악기', { code: '102' });
  expect([taken.status, taken.html.includes('id="code-fault"')]).toEqual([422, true]);
  expect(await world.app.store.read.shop.findUnique({ where: { id } })).toMatchObject({ code: '101', threshold: 3 });
});

test('whoever was signed out meanwhile signs in again, and what was typed is saved when they say so', async ({
  world,
}) => {
  const owner = await signedIn(world, park);
  const id = await shopIdOf(world, '101');
  world.passes({ hours: 13 });
  const fields = { name: '한라악기 본점', trade: 'retail', code: '101', toldBy: ['email', 'text'], threshold: '20' };
  const more = { email: 'park@halla.example', phone: '010-2000-0003', about: 'two\nlines "and" <more>' };
  const asked = await owner.submits(`/shop/${id}/edit`, { ...fields, ...more });
  expect(asked.status).toBe(401);
  expect(asked.html).toContain('name="kept.toldBy" value="text"');
  const kept = Object.fromEntries(
    Object.entries({ ...fields, ...more }).map(([name, value]) => [`kept.${name}`, value]),
  );
  const again = await owner.submits('/shop/sign-in', {
    email: park[0],
    password: park[1],
    'kept-to': `/shop/${id}/edit`,
    ...kept,
  });
  expect(again.html).toContain('has not been saved yet');
  expect(again.html).toContain(`action="/shop/${id}/edit"`);
  expect((await owner.submits(`/shop/${id}/edit`, { ...fields, ...more })).to).toBe(`/shop/${id}?done=saved`);
  expect(await world.app.store.read.shop.findUnique({ where: { id } })).toMatchObject({ about: more.about });
  // From elsewhere nothing is kept for anybody.
  const lured = await new Visitor(world).submits(`/shop/${id}/edit`, fields, { 'sec-fetch-site': 'cross-site' });
  expect([lured.status, lured.html.includes('kept.')]).toEqual([403, false]);
});

test('the language is the one asked for, or chosen, and is remembered on the account', async ({ world }) => {
  const owner = new Visitor(world);
  expect((await owner.opens('/shop/sign-in', { 'accept-language': 'ja,en;q=0.5' })).html).toContain('<html lang="ja">');
  expect((await owner.opens('/shop/sign-in', { 'accept-language': 'fr' })).html).toContain('<html lang="ko">');
  await owner.signsIn(...park);
  expect((await owner.submits('/shop/language', { language: 'ja', back: '/shop/new' })).to).toBe('/shop/new');
  expect((await owner.opens('/shop/new')).html).toContain('<html lang="ja">');
  const elsewhere = await signedIn(world, park);
  expect((await elsewhere.opens('/shop/new')).html).toContain('<html lang="ja">');
  expect((await owner.submits('/shop/language', { language: 'xx', back: 'https://evil.example' })).to).toBe('/shop');
});

test('RC-03 RC-13 the operator approves, declines with a reason, answers wishes and dates fees', async ({ world }) => {
  const { read } = world.app.store;
  const entry = { trade: 'cafe', threshold: '5', toldBy: 'email', email: 'han@byeol.example', nameEn: '' };
  const you = { ownerName: '한별', ownerEmail: 'Han@Byeol.example', password: 'several words here' };
  const owner = new Visitor(world);
  await owner.opens('/shop/register');
  const faulty = await owner.submits('/shop/register', { ...entry, ...you, name: '', password: 'sesame' });
  expect(faulty.status).toBe(422);
  expect(faulty.html).toContain('value="han@byeol.example"');
  expect(faulty.html).not.toContain('sesame');
  const registered = await owner.submits('/shop/register', { ...entry, ...you, name: '별다방' });
  const path = registered.to?.split('?')[0] ?? '';
  expect((await owner.opens(path)).html).toContain('We are looking at your shop');
  const shop = await read.shop.findFirstOrThrow({ where: { name: '별다방' } });
  expect(shop).toMatchObject({ code: '105', approvedAt: null, nameEn: '별다방' });
  expect(await world.app.operations.findShop('105')).toEqual({ kind: 'unknown-shop' });
  const twin = new Visitor(world);
  await twin.opens('/shop/register');
  const again = await twin.submits('/shop/register', { ...entry, ...you, name: '다른 곳' });
  expect([again.status, again.html.includes('id="ownerEmail-fault"')]).toEqual([422, true]);

  const operator = await signedIn(world, admin);
  expect((await operator.opens('/admin')).html).toContain('별다방');
  expect((await operator.submits(`/admin/shops/${shop.id}/decline`, { [`reason-${shop.id}`]: ' ' })).status).toBe(422);
  const declined = await operator.submits(`/admin/shops/${shop.id}/decline`, {
    [`reason-${shop.id}`]: '주소가 없습니다',
  });
  expect(declined.to).toBe('/admin?done=declined');
  expect((await owner.opens(path)).html).toContain('We could not list this shop');
  const mended = { ...entry, name: '별다방', code: '105', place: '서울 별길 1' };
  expect((await owner.submits(`${path}/edit`, mended)).to).toBe(`${path}?done=saved`);
  const chain = { [`chain-${shop.id}`]: await shopIdOf(world, '102') };
  expect((await operator.submits(`/admin/shops/${shop.id}/approve`, chain)).to).toBe('/admin?done=approved');
  expect(await world.app.operations.findShop('105')).toMatchObject({ kind: 'shop' });
  expect((await owner.opens(path)).html).toContain('Chain: Bukchon Table');
  const told = await read.outboxMessage.findMany({ where: { recipient: 'han@byeol.example' }, orderBy: { id: 'asc' } });
  expect(told.map(({ kind }) => kind)).toEqual(['shop-declined', 'shop-approved']);

  const [one, two] = await customers(world, 2);
  for (const customerId of [one ?? '', two ?? '']) {
    await world.app.operations.wishForShop({ customerId, name: '성수 빵집', place: '서울' });
  }
  const wishes = (await operator.opens('/admin')).html;
  expect(wishes).toContain('Customers who look for it: 2');
  const wish = /\/admin\/wishes\/([\w-]+)\/answer/.exec(wishes)?.[1] ?? '';
  const answer = { answer: 'listed', [`shop-${wish}`]: shop.id };
  expect((await operator.submits(`/admin/wishes/${wish}/answer`, answer)).to).toBe('/admin?done=answered');
  expect(await read.outboxMessage.count({ where: { kind: 'wish-listed' } })).toBe(2);
  expect((await operator.submits(`/admin/wishes/${wish}/answer`, answer)).to).toBe('/admin');
  expect(await read.outboxMessage.count({ where: { kind: 'wish-listed' } })).toBe(2);

  for (const [fault, fields] of [
    ['amount', { amount: 'abc' }],
    ['percent', { percent: '101.555' }],
    ['since', { since: '2026-02-31' }],
    ['since', { since: '2026-11-01', amount: '10' }],
    ['percent', { kind: 'listing', percent: '3' }],
    ['percent', { percent: '150', amount: '10' }],
    ['amount', {}],
  ] as const) {
    const page = await operator.submits('/admin/fees', fields);
    expect([fault, page.status, page.html.includes(`id="${fault}-fault"`)]).toEqual([fault, 422, true]);
  }
  const listing = await operator.submits('/admin/fees', { kind: 'listing', percent: '150' });
  expect(listing.html).toContain('A fee for sending is an amount.');
  expect(await read.feeRule.count()).toBe(0);
  const rule = { kind: 'commission', percent: '2.5', amount: '100원', confirmed: 'yes' };
  const asked = await operator.submits('/admin/fees', { ...rule, confirmed: '' });
  expect([asked.status, asked.html.includes('Add this rule?'), await read.feeRule.count()]).toEqual([200, true, 0]);
  for (let pressed = 0; pressed < 2; pressed++) {
    expect((await operator.submits('/admin/fees', rule)).to).toBe('/admin/fees?done=added');
  }
  await operator.submits('/admin/fees', { ...rule, percent: '1', since: '2027-01-01' });
  expect(await read.feeRule.count()).toBe(2);
  const fees = (await operator.opens('/admin/fees')).html;
  expect(fees).toContain('100 won and 2.5% of the bill');
  expect(fees.match(/in force|later/g)).toEqual(['later', 'in force']);
  expect((await owner.opens(path)).html).toContain('100 won and 2.5% of the bill');
  // What is yet to begin can be taken back; what is in force never.
  const [later, inForce] = await read.feeRule.findMany({ orderBy: { since: 'desc' } });
  for (let pressed = 0; pressed < 2; pressed++) {
    const taken = await operator.submits(`/admin/fees/${later?.id}/withdraw`);
    expect(taken.to).toBe('/admin/fees?done=withdrawn');
  }
  expect((await operator.submits(`/admin/fees/${inForce?.id}/withdraw`)).to).toBe('/admin/fees?done=inForceAlready');
  expect((await read.feeRule.findMany()).map(({ id }) => id)).toEqual([inForce?.id]);
});

test('by https the cookies are bound to the host, and wrong passwords are told apart by who is behind the proxy', async () => {
  const world = await World.open({ env: { PUBLIC_URL: 'https://giftline.example' } });
  const owner = new Visitor(world);
  await owner.opens('/shop/sign-in');
  const { headers } = await owner.submits('/shop/sign-in', { email: park[0], password: park[1] });
  expect(String(headers['set-cookie'])).toMatch(/__Host-giftline-session=[^;]+;.*Secure/);
  expect(headers['strict-transport-security']).toBeTruthy();
  const guesses = (from: string) => {
    const guesser = new Visitor(world);
    return async () => {
      await guesser.opens('/shop/sign-in');
      const fields = { email: hoon[0], password: 'guess' };
      return (await guesser.submits('/shop/sign-in', fields, { 'x-forwarded-for': from })).status;
    };
  };
  const guess = guesses('203.0.113.1');
  for (let n = 0; n < 5; n++) expect(await guess()).toBe(401);
  expect(await guess()).toBe(429);
  expect(await guesses('203.0.113.2')()).toBe(401);
  await world.close();
});
