import { expect } from 'vitest';
import { readBarcodes } from '../support/read-barcodes.ts';
import { people, test } from '../support/world.ts';
import { buys, buysAndAccepts } from './buying.ts';

test('GC-09 the recipient is told by text who sent what, and how to answer', async ({ world }) => {
  await buys(world);
  const { body } = await world.phone(people.yuna).receives(/김지수/);
  expect(body).toMatch(/한라악기/);
  expect(body).toMatch(/50,000원/);
  expect(body).toMatch(/4.6자리/);
  expect(body).toMatch(/2/);
});

test('GC-10 the recipient accepts with a PIN of their own', async ({ world }) => {
  await buysAndAccepts(world, { holderPin: '135790' });
  const certificate = await world.app.store.read.certificate.findFirstOrThrow();
  expect(certificate.state).toBe('active');
  expect(JSON.stringify(certificate, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
    /135790/,
  );
});

test('GC-10 a PIN of the wrong length is explained and changes nothing', async ({ world }) => {
  await buys(world);
  await world.phone(people.yuna).texts('123');
  await world.settles();
  await world.phone(people.yuna).receives(/4.6자리/);
  expect(await world.app.store.read.gift.findFirst()).toMatchObject({ state: 'offered' });
});

test('GC-10 with several gifts open a bare PIN changes nothing and gets the list; the gift’s number decides', async ({
  world,
}) => {
  await buys(world);
  await buys(world, { shop: '102', amountKey: '1' });
  const yuna = world.phone(people.yuna);
  await yuna.texts('2580');
  await world.settles();
  const { body } = await yuna.receives(/11.*한라악기.*12.*북촌식당/s);
  expect(body).toMatch(/12/);
  expect(await world.app.store.read.gift.findMany({ where: { state: 'offered' } })).toHaveLength(2);
  await yuna.texts('12 2580');
  await yuna.texts('11 2');
  await world.settles();
  const gifts = await world.app.store.read.gift.findMany({ orderBy: { number: 'asc' } });
  expect(gifts.map(({ number, state }) => [number, state])).toEqual([
    [11, 'refused'],
    [12, 'accepted'],
  ]);
});

test('GC-10 a gift can also be accepted where texts cannot be answered: by a link', async ({ world }) => {
  await buys(world, { recipient: '01030000009' });
  const { body } = await world.phone(people.nobody).receives(/\/g\//);
  const link = body.match(/http\S+\/g\/[A-Z2-7]{26}/)?.[0] ?? '';
  expect(body).toMatch(/1588-0000/);
  const page = await fetch(link);
  expect(await page.text()).toMatch(/한라악기.*50,000원/s);
  const accepted = await post(`${link}/accept`, { pin: '2580', again: '2580' });
  expect(accepted.url).toMatch(/\/w\//);
  await world.settles();
  const card = await world.phone(people.nobody).receives(/\/w\//);
  expect(card.media).toEqual([]);
  expect((await fetch(card.body.match(/http\S+\/w\/[A-Z2-7]{26}/)?.[0] ?? '')).status).toBe(200);
});

test('GC-11 the recipient gets a picture whose barcodes any scanner reads, the number, shop and validity', async ({
  world,
}) => {
  const number = await buysAndAccepts(world);
  const message = await world.phone(people.yuna).receives(/한라악기/);
  const [picture] = message.media;
  const bytes = await world.desk.media(picture?.id ?? '');
  expect(bytes.length).toBeLessThan(300_000);
  expect(await readBarcodes(bytes, 'Code128')).toEqual([number]);
  const [token = ''] = await readBarcodes(bytes, 'QRCode');
  const validated = await world.till('101').validates(token);
  expect(validated).toMatchObject({ status: 200, body: { usable: true, certificate: { number, balance: 50_000 } } });
});

test('GC-11 PIN and number are registered with the shop, the PIN as a hash only', async ({ world }) => {
  const number = await buysAndAccepts(world);
  const { body } = await world.till('101').register();
  expect(body.lines).toMatchObject([{ kind: 'sold' }, { kind: 'accepted', certificateNumber: number }]);
  expect((await world.till('101').redeems({ code: number, pin: '1357', amount: 1_000 })).status).toBe(201);
});

test('GC-14 each use is recorded on the shop’s side', async ({ world }) => {
  const number = await buysAndAccepts(world);
  const till = world.till('101');
  const used = await till.redeems({ code: number, pin: '1357', amount: 20_000 });
  expect(used).toMatchObject({ status: 201, body: { balance: 30_000 } });
  await till.rollsBack(used.body.id);
  const { body } = await till.register();
  expect(body.lines.map((line: { kind: string; balance: number }) => [line.kind, line.balance])).toEqual([
    ['sold', 50_000],
    ['accepted', 50_000],
    ['used', 30_000],
    ['rolled-back', 50_000],
  ]);
});

test('GC-15 the buyer hears that the gift was accepted, where it is used and what is left', async ({ world }) => {
  const number = await buysAndAccepts(world);
  const jisu = world.phone(people.jisu);
  await jisu.receives(/최\*나.*(받았|수락)/s);
  await world.till('101').redeems({ code: number, pin: '1357', amount: 20_000 });
  await world.settles();
  await jisu.receives(/한라악기.*20,000원.*30,000원/s);
});

test('GC-16 a refused gift goes back: the buyer is told and gets the money', async ({ world }) => {
  await buys(world);
  await world.phone(people.yuna).texts('2');
  await world.settles();
  expect(await world.desk.refunds()).toMatchObject([{ amount: 50_000, status: 'succeeded' }]);
  await world.phone(people.jisu).receives(/최\*나.*사양.*50,000원.*돌려/s);
});

test('GC-16 a gift that nobody answers in thirty days lapses, and its money goes back', async ({ world }) => {
  await buys(world);
  world.passes({ days: 29, hours: 23 });
  await world.settles();
  expect(await world.desk.refunds()).toEqual([]);
  world.passes({ hours: 2 });
  await world.settles();
  expect(await world.desk.refunds()).toMatchObject([{ amount: 50_000, status: 'succeeded' }]);
  await world.phone(people.jisu).receives(/환불|돌려/);
  await world.phone(people.yuna).texts('2580');
  await world.settles();
  expect(await world.app.store.read.certificate.findFirst()).toMatchObject({ state: 'cancelled', balance: 0n });
});

const post = (url: string, form: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'follow' });
