import { expect } from 'vitest';
import { readBarcodes } from '../support/read-barcodes.ts';
import { people, test, type World } from '../support/world.ts';
import { buysAndAccepts } from './buying.ts';

async function tokenOf(world: World): Promise<string> {
  const { media } = await world.phone(people.yuna).receives(/\d{4} \d{4} \d{4}/);
  const [token = ''] = await readBarcodes(await world.desk.media(media[0]?.id ?? ''), 'QRCode');
  return token;
}

async function shopAsks(world: World, pinPolicy: string, pinAbove: bigint | null = null): Promise<void> {
  await world.app.store.transaction((tx) => tx.shop.update({ where: { code: '101' }, data: { pinPolicy, pinAbove } }));
}

test('a clerk scans the barcode and takes part of it, then the rest', async ({ world }) => {
  await buysAndAccepts(world);
  const till = world.till('101');
  const code = await tokenOf(world);
  expect(await till.redeems({ code, amount: 20_000 })).toMatchObject({
    status: 403,
    body: { type: 'urn:giftline:problem:pin-needed' },
    type: expect.stringContaining('application/problem+json'),
  });
  expect(await till.redeems({ code, pin: '1357', amount: 20_000 })).toMatchObject({
    status: 201,
    body: { amount: 20_000, balance: 30_000, currency: 'KRW' },
  });
  expect(await till.redeems({ code, pin: '1357', amount: 30_001 })).toMatchObject({
    status: 409,
    body: { type: 'urn:giftline:problem:insufficient-balance', balance: 30_000 },
  });
  expect(await till.redeems({ code, pin: '1357', amount: 30_000 })).toMatchObject({
    status: 201,
    body: { balance: 0 },
  });
  expect(await till.redeems({ code, pin: '1357', amount: 1 })).toMatchObject({
    status: 409,
    body: { type: 'urn:giftline:problem:already-redeemed' },
  });
});

test('a shop may ask for the PIN above an amount only, or never; the number always needs it', async ({ world }) => {
  const number = await buysAndAccepts(world);
  const code = await tokenOf(world);
  const till = world.till('101');
  await shopAsks(world, 'above', 10_000n);
  expect(await till.redeems({ code, amount: 10_000 })).toMatchObject({ status: 201 });
  expect(await till.redeems({ code, amount: 10_001 })).toMatchObject({ status: 403 });
  await shopAsks(world, 'never');
  expect(await till.redeems({ code, amount: 10_001 })).toMatchObject({ status: 201 });
  expect(await till.redeems({ code: number, amount: 1 })).toMatchObject({ status: 403 });
  expect(await till.redeems({ code: number, pin: '1357', amount: 1 })).toMatchObject({ status: 201 });
});

test('a holder without the picture gives telephone number and PIN; the certificate that ends first is used', async ({
  world,
}) => {
  const first = await buysAndAccepts(world);
  world.passes({ days: 1 });
  await buysAndAccepts(world);
  const till = world.till('101');
  const used = await till.redeems({ phone: '010-3000-0001', pin: '1357', amount: 10_000 });
  expect(used).toMatchObject({ status: 201, body: { number: first, balance: 40_000 } });
  expect(await till.redeems({ phone: '010-3000-0001', pin: '9999', amount: 1 })).toMatchObject({ status: 403 });
  expect(await till.redeems({ phone: '010-3000-0002', pin: '1357', amount: 1 })).toMatchObject({ status: 403 });
});

test('after five wrong PINs no PIN is taken for fifteen minutes, by whichever way', async ({ world }) => {
  const number = await buysAndAccepts(world);
  const till = world.till('101');
  for (let guess = 0; guess < 3; guess++) await till.redeems({ code: number, pin: '0000', amount: 1 });
  for (let guess = 0; guess < 2; guess++) await till.redeems({ phone: '01030000001', pin: '0000', amount: 1 });
  const closed = await till.redeems({ code: number, pin: '1357', amount: 1 });
  expect(closed).toMatchObject({ status: 429, body: { type: 'urn:giftline:problem:closed' } });
  world.passes({ minutes: 15 });
  expect(await till.redeems({ code: number, pin: '1357', amount: 1 })).toMatchObject({ status: 201 });
});

test('a shop sees only its own certificates', async ({ world }) => {
  const number = await buysAndAccepts(world);
  const other = world.till('102');
  expect(await other.validates(number)).toMatchObject({ status: 404 });
  expect(await other.redeems({ code: number, pin: '1357', amount: 1 })).toMatchObject({ status: 404 });
  expect(await other.redeems({ phone: '01030000001', pin: '1357', amount: 1 })).toMatchObject({ status: 403 });
  const used = await world.till('101').redeems({ code: number, pin: '1357', amount: 1 });
  expect(await other.rollsBack(used.body.id)).toMatchObject({ status: 404 });
});

test('a request sent again has no second effect, and another request with its key is refused', async ({ world }) => {
  const code = await buysAndAccepts(world);
  const till = world.till('101');
  const once = await till.redeems({ code, pin: '1357', amount: 5_000 }, 'sale 1');
  expect(await till.redeems({ code, pin: '1357', amount: 5_000 }, 'sale 1')).toEqual(once);
  expect(await till.redeems({ code, pin: '1357', amount: 6_000 }, 'sale 1')).toMatchObject({ status: 422 });
  expect(await till.validates(code)).toMatchObject({ body: { certificate: { balance: 45_000 } } });
});

test('a redemption is rolled back whole, once', async ({ world }) => {
  const code = await buysAndAccepts(world);
  const till = world.till('101');
  const { body } = await till.redeems({ code, pin: '1357', amount: 50_000 });
  expect(await till.rollsBack(body.id)).toMatchObject({ status: 201, body: { balance: 50_000 } });
  expect(await till.rollsBack(body.id)).toMatchObject({ status: 409 });
  await world.settles();
  await world.phone(people.jisu).receives(/취소.*50,000원/s);
});

test('a certificate ends with its last day', async ({ world }) => {
  const code = await buysAndAccepts(world);
  const till = world.till('101');
  await till.redeems({ code, pin: '1357', amount: 20_000 });
  world.passes({ days: 366 });
  expect(await till.redeems({ code, pin: '1357', amount: 1 })).toMatchObject({
    status: 409,
    body: { type: 'urn:giftline:problem:expired' },
  });
  await world.settles();
  expect(await till.validates(code)).toMatchObject({ body: { usable: false, certificate: { balance: 0 } } });
});

test('without a terminal’s key, or with one that is not known, nothing is told', async ({ world }) => {
  const response = await fetch(`${world.url}/api/v1/validations`, { method: 'POST' });
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});

test('the holder gives an unused certificate back with the PIN, and the buyer gets the money', async ({ world }) => {
  await buysAndAccepts(world);
  const { body } = await world.phone(people.yuna).receives(/\/w\//);
  const page = body.match(/http\S+\/w\/[A-Z2-7]{26}/)?.[0] ?? '';
  const give = (pin: string) => fetch(`${page}/return`, { method: 'POST', body: new URLSearchParams({ pin }) });
  expect((await give('0000')).status).toBe(422);
  expect((await give('1357')).ok).toBe(true);
  await world.settles();
  expect(await world.desk.refunds()).toMatchObject([{ amount: 50_000 }]);
  await world.phone(people.jisu).receives(/50,000원.*돌려/s);
});

test('after the last day a redemption does not come back: the shop returns the price itself', async ({ world }) => {
  const code = await buysAndAccepts(world);
  const till = world.till('101');
  const { body } = await till.redeems({ code, pin: '1357', amount: 50_000 });
  world.passes({ days: 366 });
  expect(await till.rollsBack(body.id)).toMatchObject({ status: 409, body: { type: 'urn:giftline:problem:expired' } });
});

test('the right PIN of a used-up certificate is told so, by telephone number as by its own', async ({ world }) => {
  const code = await buysAndAccepts(world);
  const till = world.till('101');
  await till.redeems({ code, pin: '1357', amount: 50_000 });
  for (let time = 0; time < 6; time++) {
    expect(await till.redeems({ phone: '01030000001', pin: '1357', amount: 1 })).toMatchObject({
      status: 409,
      body: { type: 'urn:giftline:problem:already-redeemed' },
    });
  }
});
