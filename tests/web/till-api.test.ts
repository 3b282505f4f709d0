import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemKinds } from '../../src/web/problem-kinds.ts';
import { registerProblems } from '../../src/web/register-problems.ts';
import { registerTillApi } from '../../src/web/till/register-till-api.ts';
import { FakeTill, keptLog, redeemed, terminal, won } from './fakes.ts';

const outage = new Error('busy');
let app: FastifyInstance;
let till: FakeTill;
let lines: string[];

beforeEach(async () => {
  till = new FakeTill();
  const kept = keptLog();
  lines = kept.lines;
  app = Fastify({ bodyLimit: 65_536 });
  registerProblems(app, { isOutage: (error) => error === outage, log: kept.log });
  registerTillApi(app, { operations: till, homeCountry: 'KR', hashKey: Buffer.alloc(32, 1) });
  await app.ready();
});
afterEach(() => app.close());

const signedIn = { authorization: 'Bearer demo-terminal-101', 'idempotency-key': 'key-1' };
const post = (url: string, body: unknown, headers: Record<string, string> = signedIn) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
const redeem = (body: unknown, headers?: Record<string, string>) => post('/api/v1/redemptions', body, headers);
const byCode = { code: '4821 7033-9164', pin: '2580', amount: 20_000 };

function expectProblem(answer: Awaited<ReturnType<typeof post>>, kind: keyof typeof problemKinds) {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ type: `urn:giftline:problem:${kind}`, status: answer.statusCode });
  expect(answer.statusCode).toBe(problemKinds[kind].status);
}

test('GC-14 a redemption: amounts are integers, the code is taken as people write it', async () => {
  const answer = await redeem(byCode);
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toEqual({
    id: 'redemption-1',
    number: '482170339164',
    amount: 20_000,
    balance: 30_000,
    currency: 'KRW',
    at: redeemed.at,
  });
  expect(till.asked[0]).toMatchObject({
    terminal,
    idempotencyKey: 'key-1',
    by: { code: '482170339164', pin: '2580' },
    amount: 20_000n,
  });
});

test('a redemption by telephone, in national digits', async () => {
  expect((await redeem({ phone: '010-3000-0001', pin: '2580', amount: 1 })).statusCode).toBe(201);
  expect(till.asked[0]).toMatchObject({ by: { phone: '+821030000001', pin: '2580' } });
  expectProblem(await redeem({ phone: '02-123-4567', pin: '2580', amount: 1 }), 'not-mobile');
});

test('the same request has the same hash whatever the order of its members, and the hash hides the PIN', async () => {
  await redeem(byCode);
  await redeem({ amount: 20_000, pin: '2580', code: byCode.code });
  await redeem({ ...byCode, amount: 20_001 });
  const [one, two, other] = till.asked.map((ask) => ask.requestHash);
  expect(two).toBe(one);
  expect(other).not.toBe(one);
  expect(one).toMatch(/^[\w-]{43}$/);
});

test('an answer given again says so', async () => {
  till.redeem = { kind: 'answer', replayed: true, answer: redeemed };
  const answer = await redeem(byCode);
  expect(answer.statusCode).toBe(201);
  expect(answer.headers['idempotent-replayed']).toBe('true');
});

test('refusals are problems with their facts', async () => {
  till.redeem = { kind: 'answer', replayed: false, answer: { kind: 'insufficient-balance', balance: won(10_000) } };
  const short = await redeem(byCode);
  expectProblem(short, 'insufficient-balance');
  expect(short.json()).toMatchObject({ balance: 10_000, currency: 'KRW' });

  till.redeem = {
    kind: 'answer',
    replayed: false,
    answer: { kind: 'expired', on: new Date('2026-11-20T00:00:00.000Z') },
  };
  expect((await redeem(byCode)).json()).toMatchObject({ on: '2026-11-20T00:00:00.000Z' });

  till.redeem = {
    kind: 'answer',
    replayed: false,
    answer: { kind: 'closed', until: new Date('2026-11-20T00:15:00.000Z') },
  };
  const closed = await redeem(byCode);
  expectProblem(closed, 'closed');
  expect(closed.headers['retry-after']).toBe('Fri, 20 Nov 2026 00:15:00 GMT');

  till.redeem = { kind: 'key-used-for-another-request' };
  expectProblem(await redeem(byCode), 'key-used-for-another-request');
  expect(problemKinds['key-used-for-another-request'].status).toBe(422);
});

test('without a terminal key, or an Idempotency-Key, nothing is asked', async () => {
  for (const authorization of ['', 'Bearer wrong', 'Basic abc', `Bearer ${'x'.repeat(300)}`]) {
    const answer = await redeem(byCode, { authorization, 'idempotency-key': 'k' });
    expectProblem(answer, 'no-terminal-key');
    expect(answer.headers['www-authenticate']).toContain('Bearer');
  }
  const { authorization } = signedIn;
  expectProblem(await redeem(byCode, { authorization }), 'no-idempotency-key');
  expectProblem(await redeem(byCode, { authorization, 'idempotency-key': ' ' }), 'no-idempotency-key');
  expectProblem(await redeem(byCode, { authorization, 'idempotency-key': 'x'.repeat(256) }), 'no-idempotency-key');
  expectProblem(await post('/api/v1/redemptions/r1/rollbacks', {}, { authorization }), 'no-idempotency-key');
  expect(till.asked).toEqual([]);
});

test.each([
  ['no amount', { code: '1' }],
  ['a fraction', { ...byCode, amount: 1.5 }],
  ['beyond what a double holds', { ...byCode, amount: 2 ** 53 }],
  ['an amount as text', { ...byCode, amount: '20000' }],
  ['code and phone', { ...byCode, phone: '01030000001' }],
  ['a phone without a PIN', { phone: '01030000001', amount: 1 }],
  ['an unknown member', { ...byCode, tip: 1 }],
  ['null', null],
  ['a list', [byCode]],
  ['broken JSON', '{"code":'],
  ['nothing', ''],
])('bad input: %s', async (_name, body) => {
  const answer = await redeem(body);
  expectProblem(answer, 'bad-request');
  expect(answer.body).not.toContain('2580');
  expect(till.asked).toEqual([]);
});

test('large, of another type, elsewhere', async () => {
  expectProblem(await redeem({ ...byCode, code: 'x'.repeat(70_000) }), 'body-too-large');
  expectProblem(
    await redeem('code=1', { ...signedIn, 'content-type': 'application/x-www-form-urlencoded' }),
    'unsupported-media-type',
  );
  expectProblem(await redeem('code=1', { ...signedIn, 'content-type': 'text/plain' }), 'unsupported-media-type');
  expectProblem(await post('/api/v1/nothing', {}), 'not-found');
});

test('an outage is 503 and a mistake is 500, and neither tells of the inside', async () => {
  till.fails = outage;
  const busy = await redeem(byCode);
  expectProblem(busy, 'unavailable');
  expect(busy.headers['retry-after']).toBe('2');
  till.fails = new Error('SELECT secret FROM table');
  const broken = await redeem(byCode);
  expectProblem(broken, 'internal');
  expect(broken.body).not.toMatch(/SELECT|stack|till-routes/);
  expect(lines).toHaveLength(2);
  till.fails = null;
  till.redeem = { kind: 'answer', replayed: false, answer: { ...redeemed, balance: won(2n ** 60n) } };
  expectProblem(await redeem(byCode), 'internal');
});

test('validations and rollbacks', async () => {
  const { authorization } = signedIn;
  expectProblem(await post('/api/v1/validations', { code: 'x' }, { authorization }), 'unknown-code');
  till.validate = {
    kind: 'certificate',
    usable: { kind: 'expired', on: new Date() },
    pinNeeded: { above: won(30_000) },
    pinClosedUntil: null,
    certificate: {
      number: '482170339164',
      state: 'active',
      issued: won(50_000),
      balance: won(50_000),
      buyerName: '김지수',
      holderName: null,
      expiresAt: null,
    },
  };
  const valid = await post('/api/v1/validations', { code: 'x' }, { authorization });
  expect(valid.statusCode).toBe(200);
  expect(valid.json()).toEqual({
    usable: false,
    reason: 'expired',
    pinNeeded: 'above',
    pinAbove: 30_000,
    pinClosedUntil: null,
    certificate: {
      number: '482170339164',
      state: 'active',
      issued: 50_000,
      balance: 50_000,
      currency: 'KRW',
      buyerName: '김지수',
      holderName: null,
      expiresAt: null,
    },
  });

  expectProblem(await post('/api/v1/redemptions/r1/rollbacks', {}), 'unknown-redemption');
  till.rollBack = {
    kind: 'answer',
    replayed: false,
    answer: {
      kind: 'rolled-back',
      id: 'b1',
      redemptionId: 'r1',
      amount: won(20_000),
      balance: won(50_000),
      at: redeemed.at,
    },
  };
  const rolled = await app.inject({ method: 'POST', url: '/api/v1/redemptions/r1/rollbacks', headers: signedIn });
  expect(rolled.statusCode).toBe(201);
  expect(rolled.json()).toMatchObject({ id: 'b1', redemptionId: 'r1', balance: 50_000 });
});

test("GC-08 the shop's register, page by page", async () => {
  till.lines = [
    {
      id: 'l1',
      kind: 'sold',
      certificateNumber: '482170339164',
      amount: won(50_000),
      balance: won(50_000),
      buyerName: '김지수',
      memberNumber: '100001',
      recipientName: '최*나',
      terminalId: null,
      at: new Date('2026-11-20T00:00:00.000Z'),
    },
  ];
  const { authorization } = signedIn;
  const page = await app.inject({ url: '/api/v1/register?after=l0&limit=10', headers: { authorization } });
  expect(page.json()).toMatchObject({
    lines: [{ id: 'l1', amount: 50_000, at: '2026-11-20T00:00:00.000Z' }],
    next: 'l1',
  });
  expect(till.asked[0]).toEqual({ terminal, after: 'l0', limit: 10 });
  for (const query of ['limit=0', 'limit=1000', 'limit=x', 'before=1', 'after=a&after=b']) {
    expectProblem(await app.inject({ url: `/api/v1/register?${query}`, headers: { authorization } }), 'bad-request');
  }
  expectProblem(await app.inject('/api/v1/register'), 'no-terminal-key');
});

test('a terminal learns where it stands', async () => {
  const headers = { authorization: 'Bearer demo-terminal-101' };
  const answer = await app.inject({ url: '/api/v1/terminal', headers });
  expect(answer.json()).toEqual({
    id: 'terminal-1',
    name: 'Till',
    shop: { name: '한라악기', nameEn: 'Halla Music' },
    currency: 'KRW',
  });
  expectProblem(await app.inject('/api/v1/terminal'), 'no-terminal-key');
});

test('the API describes itself, and its page loads nothing from elsewhere', async () => {
  const description = (await app.inject('/docs/json')).json();
  expect(description.openapi).toBe('3.1.0');
  expect(Object.keys(description.paths)).toEqual([
    '/api/v1/terminal',
    '/api/v1/validations',
    '/api/v1/holdings',
    '/api/v1/redemptions',
    '/api/v1/redemptions/{id}/rollbacks',
    '/api/v1/register',
  ]);
  const { validations, redemptions } = {
    validations: JSON.stringify(description.paths['/api/v1/validations'].post.responses),
    redemptions: description.paths['/api/v1/redemptions'].post.description,
  };
  expect(validations).toContain('"no-pin-yet"');
  expect(redemptions).toContain('`no-pin-yet`');
  const page = await app.inject('/docs/');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  for (const path of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const part = await app.inject(new URL(path[1] ?? '', 'http://till/docs/').pathname);
    expect([path[1], part.statusCode]).toEqual([path[1], 200]);
  }
  expect((await app.inject('/docs/nothing')).statusCode).toBe(404);
});
