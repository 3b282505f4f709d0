import { resolve } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealCardAddress } from '../../src/web/card-url.ts';
import { registerCardPictures } from '../../src/web/register-card-pictures.ts';
import { registerCertificatePages } from '../../src/web/register-certificate-pages.tsx';
import { registerGiftPages } from '../../src/web/register-gift-pages.tsx';
import { registerHealth } from '../../src/web/register-health.ts';
import { registerIcon } from '../../src/web/register-icon.ts';
import { registerLanding } from '../../src/web/register-landing.tsx';
import { registerProblems } from '../../src/web/register-problems.ts';
import { FakePages, heldCertificate, keptLog, offeredGift, won } from './fakes.ts';

const key = Buffer.alloc(32, 7);
const timeZone = 'Asia/Seoul';
let app: FastifyInstance;
let pages: FakePages;
let at: Date;
let ready: Error | null;
let bot: string | null;

beforeEach(async () => {
  pages = new FakePages();
  at = new Date('2026-11-20T00:00:00.000Z');
  ready = null;
  bot = null;
  const { log } = keptLog();
  const recording = async (sid: string) =>
    sid === 'RE1' ? { audio: Buffer.from('0123456789'), contentType: 'audio/wav' } : null;
  const drawCard = async (_facts: object, _locale: string, format = 'jpeg') => ({
    picture: Buffer.from(format),
    contentType: `image/${format}`,
  });
  app = Fastify();
  registerProblems(app, { isOutage: () => false, log });
  registerHealth(app, {
    check: async () => {
      if (ready) throw ready;
    },
    log,
  });
  registerIcon(app, resolve('assets'));
  registerLanding(app, { lineNumber: '+8215880000', deskUrl: null, chatUrl: () => bot });
  registerGiftPages(app, { operations: pages, recording, timeZone });
  const drawCoupons = { card: drawCard, sample: () => drawCard({}, 'jpeg') };
  const drawing = { drawCard: (_: object, format: string) => drawCard({}, '', format), drawCoupons };
  registerCertificatePages(app, {
    operations: pages,
    recording,
    ...drawing,
    script: '/assets/holder/holder.js',
    timeZone,
    attemptKey: key,
  });
  registerCardPictures(app, {
    operations: pages,
    ...drawing,
    cardKey: key,
    couponKey: Buffer.alloc(32, 8),
    now: () => at,
  });
  await app.ready();
});
afterEach(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const submit = (url: string, form: Record<string, string> | string = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });

test('GC-09 the gift page tells who sent what, escapes names, and may be kept, framed and indexed by nobody', async () => {
  const page = await get('/g/gifttoken-1');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<html lang="ko">');
  expect(page.body).toContain('50,000원');
  expect(page.body).toContain('2026년 12월 20일까지');
  expect(page.body).not.toContain('<img');
  expect(page.body).toContain('&lt;img');
  expect(page.body).not.toMatch(/<script|https?:\/\//);
  expect(page.headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
  });
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});

test("the reader's browser chooses the language, else the recipient's locale", async () => {
  expect((await get('/g/gifttoken-1', { 'accept-language': 'en-GB,en;q=0.9' })).body).toContain('<html lang="en">');
  pages.gifts.set('gifttoken-2', { ...offeredGift, locale: 'ja' });
  expect((await get('/g/gifttoken-2')).body).toContain('<html lang="ja">');
});

test('GC-10 a gift is accepted with a PIN typed twice', async () => {
  const answer = await submit('/g/gifttoken-1/accept', { pin: '２５８０', again: '2580' });
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/w/pagetoken-1');
  expect(answer.headers['referrer-policy']).toBe('no-referrer');
  expect(pages.asked).toEqual([{ name: 'accept', ask: { token: 'gifttoken-1', pin: '2580' } }]);
});

test.each([
  ['a short PIN', { pin: '258', again: '258' }, 'pin-fault'],
  ['a long PIN', { pin: '2580258', again: '2580258' }, 'pin-fault'],
  ['letters', { pin: 'abcd', again: 'abcd' }, 'pin-fault'],
  ['nothing', {}, 'pin-fault'],
  ['two PINs', { pin: '2580', again: '2581' }, 'again-fault'],
])('%s is marked where it stands and never shown again', async (_name, form: Record<string, string>, marked) => {
  const page = await submit('/g/gifttoken-1/accept', form);
  expect(page.statusCode).toBe(422);
  expect(page.body).toContain(`id="${marked}"`);
  expect(page.body).toContain('aria-invalid="true"');
  expect(page.body).toContain('role="alert"');
  expect(page.body).not.toMatch(/2580|abcd/);
  expect(pages.asked).toEqual([]);
});

test('GC-16 a gift is refused only after one more question', async () => {
  const question = await get('/g/gifttoken-1/refuse');
  expect(question.body).toContain('method="post" action="/g/gifttoken-1/refuse"');
  expect(pages.asked).toEqual([]);
  expect((await submit('/g/gifttoken-1/refuse')).body).toContain('선물을 사양했습니다');
  expect(pages.asked).toEqual([{ name: 'refuse', ask: { token: 'gifttoken-1' } }]);
});

test('closed gifts say what became of them, and take no answer', async () => {
  for (const [state, status, said] of [
    ['accepted', 200, '이미 받은'],
    ['refused', 410, '사양한'],
    ['lapsed', 410, '기한이 지난'],
  ] as const) {
    pages.gifts.set('gifttoken-1', { ...offeredGift, state });
    for (const page of [
      await get('/g/gifttoken-1'),
      await get('/g/gifttoken-1/refuse'),
      await submit('/g/gifttoken-1/accept', { pin: '2580', again: '2580' }),
    ]) {
      expect(page.statusCode).toBe(status);
      expect(page.body).toContain(said);
    }
  }
});

test('GC-09 the greeting can be heard again once the gift is accepted, and the page leads to no certificate', async () => {
  pages.gifts.set('gifttoken-1', { ...offeredGift, state: 'accepted' });
  const page = await get('/g/gifttoken-1');
  expect(page.body).toContain('이미 받은 선물입니다');
  expect(page.body).toContain('축하 말씀 듣기');
  expect(page.body).toContain('<audio controls preload="none" src="/g/gifttoken-1/greeting"');
  expect(page.body).not.toMatch(/\/w\/|<form/);
  pages.gifts.set('gifttoken-1', { ...offeredGift, state: 'accepted', hasGreeting: false });
  expect((await get('/g/gifttoken-1')).body).not.toContain('<audio');
  pages.gifts.set('gifttoken-1', { ...offeredGift, state: 'refused' });
  expect((await get('/g/gifttoken-1')).body).not.toContain('<audio');
});

test('GC-11 a holder sees the card, the balance, the number in groups, the shop and the validity', async () => {
  const page = await get('/w/pagetoken-1');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('src="/w/pagetoken-1/card.png?language=ko"');
  expect(page.body).toContain('4821 7033 9164');
  expect(page.body).toContain('2027년 11월 20일까지');
  expect(page.body).toContain('href="/w/pagetoken-1/return"');
  expect(page.body).not.toContain('<img src=x');
  pages.certificates.set('pagetoken-1', {
    ...heldCertificate,
    balance: won(30_000),
    uses: [{ at: new Date('2026-11-20T06:30:00.000Z'), amount: won(20_000), rolledBackAt: null }],
  });
  const used = await get('/w/pagetoken-1');
  expect(used.body).toContain('30,000원');
  expect(used.body).toContain('11월 20일 15:30');
  expect(used.body).not.toContain('/return');
  pages.certificates.set('pagetoken-1', { ...heldCertificate, state: 'cancelled', balance: won(0) });
  expect((await get('/w/pagetoken-1')).body).not.toContain('card.png');
});

test('GC-16 an unused certificate goes back with its PIN, and each PIN is one attempt', async () => {
  expect((await get('/w/pagetoken-1/return')).body).toContain('action="/w/pagetoken-1/return"');
  const returned = await submit('/w/pagetoken-1/return', { pin: '2580' });
  expect(returned.body).toContain('돌려보냈습니다');
  pages.returnOutcome = { kind: 'wrong-pin' };
  const wrong = await submit('/w/pagetoken-1/return', { pin: '1111' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('id="pin-fault"');
  await submit('/w/pagetoken-1/return', { pin: '1111' });
  const attempts = pages.asked.map(({ ask }) => (ask as { attempt: string }).attempt);
  expect(attempts[1]).toBe(attempts[2]);
  expect(attempts[0]).not.toBe(attempts[1]);
  expect(attempts.join()).not.toMatch(/2580|1111/);

  pages.returnOutcome = { kind: 'closed', until: new Date('2026-11-20T00:15:00.000Z') };
  const closed = await submit('/w/pagetoken-1/return', { pin: '1111' });
  expect(closed.statusCode).toBe(429);
  expect(closed.body).toContain('11월 20일 09:15');
  pages.returnOutcome = { kind: 'already-used' };
  expect((await submit('/w/pagetoken-1/return', { pin: '1111' })).statusCode).toBe(409);
});

test('unknown and impossible tokens get a kind page', async () => {
  for (const url of [
    '/g/unknown-token',
    '/w/unknown-token',
    '/w/unknown-token/return',
    '/g/x',
    '/w/%3Cscript%3E',
    '/w/unknown-token/card.png',
    '/nowhere',
    `/g/${'x'.repeat(90)}`,
  ]) {
    const page = await get(url);
    expect(page.statusCode, url).toBe(404);
    expect(page.body).toContain(url === '/nowhere' ? '찾으시는 페이지가 없습니다' : '열 수 없는 주소입니다');
    expect(page.body).not.toContain('script');
  }
  expect((await submit('/g/unknown-token/accept', { pin: '2580', again: '2580' })).statusCode).toBe(404);
  expect((await submit('/g/unknown-token/refuse')).statusCode).toBe(404);
});

test('odd requests are 4xx, never 500', async () => {
  for (const url of ['/g/%zz', '/w/%00', '//', '/cards/%E0%A4%A.jpg', '/g/gifttoken-1/greeting/..%2f']) {
    const { statusCode } = await get(url);
    expect(statusCode, url).toBeGreaterThanOrEqual(400);
    expect(statusCode, url).toBeLessThan(500);
  }
  const twice = await app.inject({
    method: 'POST',
    url: '/g/gifttoken-1/accept',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'pin=2580&pin=2581&again=2580',
  });
  expect(twice.statusCode).toBe(422);
  const json = await app.inject({ method: 'POST', url: '/g/gifttoken-1/accept', payload: { pin: '2580' } });
  expect(json.statusCode).toBe(415);
  expect(json.headers['content-type']).toContain('text/html');
});

test('the greeting plays, also in parts', async () => {
  const whole = await get('/g/gifttoken-1/greeting');
  expect(whole.headers).toMatchObject({ 'content-type': 'audio/wav', 'accept-ranges': 'bytes' });
  expect(whole.body).toBe('0123456789');
  for (const [range, status, body] of [
    ['bytes=0-1', 206, '01'],
    ['bytes=8-', 206, '89'],
    ['bytes=-3', 206, '789'],
    ['bytes=5-99', 206, '56789'],
    ['bytes=10-', 416, ''],
    ['bytes=-0', 416, ''],
    ['bytes=0-1,3-4', 200, '0123456789'],
    ['lines=1', 200, '0123456789'],
  ] as const) {
    const part = await get('/w/pagetoken-1/greeting', { range });
    expect([part.statusCode, part.body], range).toEqual([status, body]);
  }
  expect((await get('/g/gifttoken-2/greeting')).statusCode).toBe(404);
});

test('a card picture has an address that can be neither guessed nor changed, for a while', async () => {
  const expiresAt = new Date('2026-11-21T00:00:00.000Z');
  const sealed = sealCardAddress({ certificateId: 'certificate-1', cardVersion: 1, expiresAt }, key);
  expect(sealed).not.toMatch(/\d{13}/);
  const picture = await get(`/cards/${sealed}.jpg`);
  expect(picture.headers['content-type']).toBe('image/jpeg');
  expect((await get(`/cards/${sealed}.png`)).headers['content-type']).toBe('image/png');

  const [id, version, seconds, mac] = sealed.split('.');
  const otherKey = sealCardAddress({ certificateId: 'certificate-1', cardVersion: 1, expiresAt }, Buffer.alloc(32));
  const voided = sealCardAddress({ certificateId: 'certificate-1', cardVersion: 2, expiresAt }, key);
  for (const name of [
    `${id}.2.${seconds}.${mac}.jpg`,
    `${id}.${version}.zzzzzz.${mac}.jpg`,
    `${otherKey}.jpg`,
    `${voided}.jpg`,
    `${sealed}.gif`,
    `${sealed}`,
    '.jpg',
    'x.jpg',
  ]) {
    expect((await get(`/cards/${name}`)).statusCode, name).toBe(404);
  }
  at = expiresAt;
  expect((await get(`/cards/${sealed}.jpg`)).statusCode).toBe(410);
});

test('the front door, and whether anybody is at home', async () => {
  const page = await get('/');
  expect(page.body).toContain('1588-0000');
  for (const way of ['/docs', '/shop', '/terminal']) expect(page.body).toContain(`href="${way}"`);
  expect(page.body).not.toContain('chat');
  bot = 'https://t.me/giftline_bot?start=';
  expect((await get('/', { 'accept-language': 'en' })).body).toContain(`<a href="${bot}">Open the chat</a>`);
  const icon = await get('/favicon.ico');
  expect([icon.headers['content-type'], icon.rawPayload.subarray(1, 4).toString()]).toEqual(['image/png', 'PNG']);
  expect((await get('/healthz')).statusCode).toBe(200);
  expect((await get('/readyz')).statusCode).toBe(200);
  ready = new Error('no database');
  expect((await get('/readyz')).statusCode).toBe(503);
  expect((await get('/healthz')).statusCode).toBe(200);
});
