import { expect, vi } from 'vitest';
import { appointOperator } from '../../src/operations/accounts/appoint-operator.ts';
import { passwords } from '../../src/providers/passwords.ts';
import { temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { Visitor } from '../support/visitor.ts';
import { test, World } from '../support/world.ts';
import { registers } from './owners.ts';

const hoon = 'hoon@mail.example';
const before = 'demo-shop-102';
const after = 'four winter stews';
const asking = { ko: /^비밀번호 새로 정하기$/, en: /^Set a new password$/, ja: /^パスワードの再設定$/ };
const changed = {
  ko: /^비밀번호가 바뀌었습니다$/,
  en: /^Your password was changed$/,
  ja: /^パスワードが変更されました$/,
};

async function asks(world: World, email: string, from = '198.51.100.1') {
  const visitor = new Visitor(world, from);
  await visitor.opens('/shop/forgotten');
  const seen = await visitor.submits('/shop/forgotten', { email });
  await world.settles();
  return seen;
}

/** What somebody else would see of two answers: the token of the form is another each time. */
const withoutToken = (html: string) => html.replaceAll(/name="_csrf" value="[^"]+"/g, '');

const mailsTo = async (world: World, email: string, subject = asking.ko) =>
  (await world.desk.mailbox(email).mails()).filter((mail) => subject.test(mail.subject)).length;

/** The path of the link in the newest mail. */
async function linkOf(world: World, email: string, subject = asking.ko): Promise<string> {
  const mail = await world.desk.mailbox(email).opens(subject);
  const link = /http\S+\/shop\/password\/[\w-]+/.exec(mail.text ?? '')?.[0] ?? '';
  expect(link.startsWith(world.url)).toBe(true);
  return new URL(link).pathname;
}

async function asksAndReads(world: World, email = hoon, from?: string): Promise<string> {
  expect((await asks(world, email, from)).status).toBe(200);
  return linkOf(world, email);
}

async function renews(world: World, link: string, password = after, visitor = new Visitor(world)) {
  await visitor.opens(link);
  return visitor.submits(link, { password });
}

const signsIn = async (world: World, password: string, email = hoon, from?: string): Promise<number> => {
  const visitor = new Visitor(world, from);
  await visitor.opens('/shop/sign-in');
  return (await visitor.submits('/shop/sign-in', { email, password })).status;
};

const hashOf = async (world: World, email = hoon) =>
  (await world.app.store.read.account.findUniqueOrThrow({ where: { email } })).passwordHash;

test('an owner who forgot the password gets in again by mail, and everybody else is out', async ({ world }) => {
  const elsewhere = new Visitor(world);
  await elsewhere.signsIn(hoon, before);
  expect((await elsewhere.opens('/shop/new')).status).toBe(200);
  const owner = new Visitor(world, '198.51.100.1');
  const door = await owner.opens('/shop/sign-in');
  expect(door.html).toContain('<a href="/shop/forgotten">Forgotten the password?</a>');
  const empty = await owner.opens('/shop/forgotten');
  expect(empty.html).toMatch(/<input[^>]*name="email" value\/>/);
  const answer = await owner.submits('/shop/forgotten', { email: ' Hoon@Mail.example ' });
  expect([answer.status, answer.html.includes('hoon@mail.example')]).toEqual([200, true]);
  expect(answer.html).toContain('30 minutes');
  expect(answer.html).toContain('spam');
  await world.settles();

  const link = await linkOf(world, hoon);
  const mail = await world.desk.mailbox(hoon).opens(asking.ko);
  expect(mail.text).toContain('11월 20일 12:30까지');
  expect(mail.text).toContain('직접 요청하지 않으셨다면 무시해 주세요');
  expect(mail.text).not.toContain('/u/');
  const form = await owner.opens(link);
  expect(form.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' });
  expect(form.html).toMatch(/<input[^>]*autocomplete="username"[^>]*value="hoon@mail.example"/);
  expect(form.html).toMatch(/<input[^>]*type="password"[^>]*autocomplete="new-password"/);
  const done = await owner.submits(link, { password: after });
  expect(done).toMatchObject({ status: 303, to: '/shop?done=password' });
  expect((await owner.follows('/shop?done=password')).html).toContain('Your new password is saved');

  expect((await elsewhere.opens('/shop/new')).to).toContain('/shop/sign-in');
  expect(await signsIn(world, before)).toBe(401);
  expect(await signsIn(world, after)).toBe(303);
  expect(owner.cookies.get('giftline-devices')).toMatch(/^[\w-]{22}[A-Z2-7]{26}$/);
  await world.settles();
  const told = await world.desk.mailbox(hoon).opens(changed.ko);
  expect(told.text).toContain('11월 20일 12:00에');
  expect(told.text).toContain('1588-0000');
  expect(told.text).toContain(`${world.url}/shop/forgotten`);

  const token = link.split('/').at(-1) ?? '';
  const kept = JSON.stringify(await world.app.store.read.outboxMessage.findMany());
  for (const secret of [token, before, after]) {
    expect(kept).not.toContain(secret);
    expect(world.log.join('\n')).not.toContain(secret);
  }
});

test('whoever has no account, and an operator, reads the same page and gets no mail', async ({ world }) => {
  const known = await asks(world, hoon);
  const pages = [known];
  for (const email of ['nobody@mail.test', 'admin@giftline.example']) {
    const seen = await asks(world, email);
    pages.push({ ...seen, html: seen.html.replaceAll(email, hoon) });
    expect(await world.desk.mailbox(email).mails()).toEqual([]);
  }
  const [first = '', ...others] = pages.map(({ html }) => withoutToken(html));
  for (const other of others) expect(other).toBe(first);
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await world.app.store.read.outboxMessage.count({ where: { kind: 'password-link' } })).toBe(1);
  const attempts = JSON.stringify(await world.app.store.read.attempt.findMany());
  expect(attempts).not.toMatch(/hoon|nobody|198\.51/);
});

test('what is no address is marked, and costs nothing', async ({ world }) => {
  for (const [email, says] of [
    ['', 'This has to be filled in'],
    ['hoon at mail', 'This is not an e-mail address.'],
    ['4242424242424242@mail.test', 'like a card number'],
  ] as const) {
    const seen = await asks(world, email);
    expect([seen.status, seen.html.includes('id="email-fault"')]).toEqual([422, true]);
    if (email !== '') expect(seen.html).toContain(says);
  }
  expect(await world.app.store.read.attempt.count()).toBe(0);
});

test('a link is good once, for half an hour, and for the password that was forgotten', async ({ world }) => {
  const first = await asksAndReads(world);
  const second = await asksAndReads(world);
  world.passes({ minutes: 29, seconds: 59 });
  expect((await renews(world, second)).status).toBe(303);
  const kept = await hashOf(world);
  // Both were for the password before.
  for (const link of [second, first]) {
    const seen = await renews(world, link, 'another one altogether');
    expect(seen.status).toBe(404);
    expect(seen.html).toContain('href="/shop/forgotten"');
    expect((await new Visitor(world).opens(link)).status).toBe(404);
  }
  world.passes({ hours: 1 });
  const late = await asksAndReads(world);
  world.passes({ minutes: 30 });
  const opened = await new Visitor(world).opens(late);
  expect([opened.status, opened.html.includes('no longer good')]).toEqual([404, true]);
  expect((await renews(world, late)).status).toBe(404);
  expect((await renews(world, second.slice(0, -1))).status).toBe(404);
  expect((await renews(world, '/shop/password/x')).status).toBe(404);
  expect(await hashOf(world)).toBe(kept);
  expect(await mailsTo(world, hoon, changed.ko)).toBe(1);
});

test('looking at a link, however often, changes nothing; a password that is too short is marked', async ({ world }) => {
  const link = await asksAndReads(world);
  const hash = await hashOf(world);
  const scanner = new Visitor(world, '203.0.113.5');
  for (let n = 0; n < 2; n++) expect((await scanner.opens(link)).status).toBe(200);
  expect(await hashOf(world)).toBe(hash);
  expect([...scanner.cookies.keys()]).not.toContain('giftline-session');
  for (const [password, says] of [
    ['123456789', 'At least 10 characters.'],
    ['x'.repeat(201), 'At most 200 characters.'],
  ] as const) {
    const seen = await renews(world, link, password);
    expect([seen.status, seen.html.includes(says)]).toEqual([422, true]);
    expect(seen.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' });
    expect(seen.html).not.toContain(password);
  }
  const forged = new Visitor(world);
  await forged.opens(link);
  expect((await forged.submits(link, { password: after }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await forged.submits(link, { password: after, _csrf: 'x' })).status).toBe(403);
  expect(await hashOf(world)).toBe(hash);
  expect((await renews(world, link)).status).toBe(303);
});

test.for([
  ['SQLite', temporarySqlite],
  ['PostgreSQL', temporaryPostgres],
] as const)('of two who send the form at once, one changes the password: %s', async ([, database]) => {
  const world = await World.open({ database: await database() });
  const link = await asksAndReads(world);
  const visitors = [new Visitor(world), new Visitor(world)];
  for (const visitor of visitors) await visitor.opens(link);
  const seen = await Promise.all(visitors.map((visitor, n) => visitor.submits(link, { password: `${after} ${n}` })));
  expect(seen.map(({ status }) => status).toSorted()).toEqual([303, 404]);
  const won = seen.findIndex(({ status }) => status === 303);
  expect(await signsIn(world, `${after} ${won}`)).toBe(303);
  expect(await signsIn(world, `${after} ${1 - won}`)).toBe(401);
  await world.settles();
  expect(await mailsTo(world, hoon, changed.ko)).toBe(1);
  await world.isSound();
  await world.close();
});

test('who was shut out by wrong passwords gets in with the new one, from anywhere', async ({ world }) => {
  for (let n = 0; n < 50; n++) {
    const from = `203.0.113.${1 + Math.floor(n / 5)}`;
    await world.app.operations.signInAccount({ email: hoon, password: 'guess', from });
  }
  expect(await signsIn(world, before, hoon, '203.0.113.1')).toBe(429);
  expect(await signsIn(world, before, hoon, '198.51.100.9')).toBe(429);
  expect((await renews(world, await asksAndReads(world))).status).toBe(303);
  expect(await signsIn(world, after, hoon, '203.0.113.1')).toBe(303);
  expect(await signsIn(world, after, hoon, '198.51.100.9')).toBe(303);
});

test('an address gets three mails an hour, and nobody sees that there was no fourth', async ({ world }) => {
  const answers = [];
  for (let n = 1; n <= 5; n++) answers.push(await asks(world, hoon, `203.0.113.${n}`));
  expect(new Set(answers.map(({ status, html }) => `${status} ${withoutToken(html)}`)).size).toBe(1);
  expect(await mailsTo(world, hoon)).toBe(3);
  world.passes({ hours: 1 });
  await asks(world, hoon, '203.0.113.9');
  expect(await mailsTo(world, hoon)).toBe(4);
});

test('a caller asks ten times an hour, and then reads until when', async ({ world }) => {
  for (let n = 0; n < 10; n++) expect((await asks(world, `owner-${n}@shop.test`)).status).toBe(200);
  const closed = await asks(world, hoon);
  expect([closed.status, closed.html.includes('after 20 Nov, 13:00')]).toEqual([429, true]);
  expect(closed.html).toContain(`value="${hoon}"`);
  expect((await asks(world, hoon, '203.0.113.1')).status).toBe(200);
  expect(await mailsTo(world, hoon)).toBe(1);
});

test('an owner who is signed in changes the password the same way; an operator has no such page', async ({ world }) => {
  const owner = new Visitor(world);
  const page = await owner.signsIn(hoon, before);
  expect(page.html).toContain('<a href="/shop/forgotten">Change the password</a>');
  const own = await owner.opens('/shop/forgotten');
  expect(own.html).toContain(`value="${hoon}"`);
  expect((await owner.submits('/shop/forgotten', { email: hoon })).status).toBe(200);
  await world.settles();
  const link = await linkOf(world, hoon);
  // In a browser where somebody else is signed in, that ends.
  const other = new Visitor(world);
  await other.signsIn('park@halla.example', 'demo-shop-101');
  expect((await renews(world, link, after, other)).status).toBe(303);
  expect((await other.follows('/shop')).html).toContain('Bukchon Table');
  expect((await owner.opens('/shop/new')).status).toBe(303);
  const sessions = await world.app.store.read.session.findMany({ include: { account: true } });
  expect(sessions.map(({ account }) => account.email)).toEqual([hoon]);

  const operator = new Visitor(world);
  const home = await operator.signsIn('admin@giftline.example', 'demo-admin');
  expect(home.html).not.toContain('/shop/forgotten');
  expect((await operator.opens('/shop/forgotten')).status).toBe(404);
  expect((await operator.submits('/shop/forgotten', { email: hoon })).status).toBe(404);
});

test('whoever wants no coupons by mail gets this one all the same', async ({ world }) => {
  await world.app.store.transaction((tx) =>
    tx.optOut.create({ data: { recipient: hoon, sender: 'email', since: world.now() } }),
  );
  world.passes({ minutes: 1 });
  expect((await renews(world, await asksAndReads(world))).status).toBe(303);
  await world.settles();
  expect(await mailsTo(world, hoon, changed.ko)).toBe(1);
});

test('a sign-in with the old password that is under way ends with it', async ({ world }) => {
  const link = await asksAndReads(world);
  const real = passwords.matches;
  const looks = vi.spyOn(passwords, 'matches').mockImplementation(async (typed, hashed) => {
    looks.mockRestore();
    const right = await real(typed, hashed);
    expect((await renews(world, link)).status).toBe(303);
    return right;
  });
  expect(await signsIn(world, before)).toBe(401);
  expect(await world.app.store.read.session.count()).toBe(1);
});

test('who became an operator meanwhile is not let in by an older mail, and gets no new one', async ({ world }) => {
  await registers(world, '별다방', 'han@byeol.test');
  const link = await asksAndReadsIn(world, 'en', 'han@byeol.test');
  await world.app.store.transaction((tx) =>
    tx.account.update({ where: { email: 'han@byeol.test' }, data: { role: 'operator' } }),
  );
  expect((await renews(world, link)).status).toBe(404);
  const { store } = world.app;
  const deps = { store, passwords, now: world.now, newId: () => crypto.randomUUID() };
  const ask = { email: 'seo@giftline.kr', name: '서지우', locale: 'ko', password: 'a password of one' };
  expect(await appointOperator(deps, ask)).toEqual({ kind: 'appointed' });
  await asks(world, 'seo@giftline.kr');
  expect(await world.desk.mailbox('seo@giftline.kr').mails()).toEqual([]);
});

async function asksAndReadsIn(world: World, language: keyof typeof asking, email: string): Promise<string> {
  await asks(world, email);
  return linkOf(world, email, asking[language]);
}

test.for(['en', 'ja'] as const)('the mails come in the language of the account: %s', async (locale, { world }) => {
  await world.app.store.transaction((tx) => tx.account.update({ where: { email: hoon }, data: { locale } }));
  const link = await asksAndReadsIn(world, locale, hoon);
  expect((await renews(world, link)).status).toBe(303);
  await world.settles();
  expect(await mailsTo(world, hoon, changed[locale])).toBe(1);
});

test('in production no mail goes to the published accounts', async () => {
  const world = await World.open({ limits: { refuseDemoKeys: true } });
  expect((await asks(world, hoon)).status).toBe(200);
  expect(await world.desk.mailbox(hoon).mails()).toEqual([]);
  await world.isSound();
  await world.close();
});
