import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customers, fetches, publishes, shopOf } from '../support/coupons.ts';
import { temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { openTill } from '../support/till.ts';
import { Visitor } from '../support/visitor.ts';
import { World } from '../support/world.ts';

const nul = '\u0000';

describe.each([
  ['PostgreSQL', temporaryPostgres],
  ['SQLite', temporarySqlite],
] as const)('what no database can keep, on %s', (_, database) => {
  let world: World;
  let owner: Visitor;
  beforeAll(async () => {
    world = await World.open({ database: await database() });
    owner = new Visitor(world);
    await owner.signsIn('park@halla.example', 'demo-shop-101');
  }, 60_000);
  afterAll(() => world.close());

  const draftPath = async (): Promise<string> => {
    const { id } = await shopOf(world, '101');
    await owner.opens(`/shop/${id}`);
    const { to } = await owner.submits(`/shop/${id}/coupons`);
    return (to ?? '').replace('/offer', '');
  };
  const submits = async (step: string, fields: Record<string, string>) => {
    const path = `${await draftPath()}/${step}`;
    const { html } = await owner.opens(path);
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
    return owner.submits(path, { version, ...fields });
  };
  const terms = {
    terms: '',
    validFrom: '2026-11-20',
    validUntil: '2026-12-21',
    tracked: 'serials',
    proof: 'light',
    audience: 'everyone',
  };

  test('a NUL in an address leads nowhere, in a query it is refused', async () => {
    for (const path of ['/shop/%00', '/shop/coupons/%00/offer', '/g/%00', '/w/a%00b', '/cards/%00.jpg', '/%00']) {
      expect([path, (await owner.opens(path)).status]).toEqual([path, 404]);
    }
    expect((await owner.opens('/shop/sign-in?next=%00')).status).toBe(400);
    const answer = await world.app.server.inject({
      url: '/api/v1/register?after=%00',
      headers: { authorization: 'Bearer demo-terminal-101' },
    });
    expect([answer.statusCode, answer.json().type]).toEqual([400, 'urn:giftline:problem:bad-request']);
  });

  test('in a form it is taken out', async () => {
    const kept = await submits('offer', { title: `가${nul}나`, kind: 'gift-item', item: `${nul}줄` });
    expect(kept.status).toBe(303);
    const [row] = await world.app.store.read.campaign.findMany({ where: { title: '가나' } });
    expect(row?.offer).toBe('{"kind":"gift-item","item":"줄"}');
    expect((await submits('terms', { ...terms, terms: `점심${nul}` })).status).toBe(303);
    const stranger = new Visitor(world);
    expect((await stranger.signsIn(`x${nul}@y.example`, `zz${nul}`)).status).toBe(401);
  });

  test('the till API refuses it', async () => {
    const till = openTill(world.url, 'demo-terminal-101');
    const refused = { status: 400, body: { type: 'urn:giftline:problem:bad-request' } };
    expect(await till.validates(nul)).toMatchObject(refused);
    expect(await till.redeems({ code: nul, amount: 1 })).toMatchObject(refused);
    expect(await till.redeems({ code: '123456789012', pin: nul, amount: 1 })).toMatchObject(refused);
    expect(await till.redeems({ phone: `010${nul}`, pin: '1234', amount: 1 })).toMatchObject(refused);
    expect((await till.rollsBack('%00')).status).toBe(404);
  });

  test('numbers beyond all measure are faults of the draft, and are not kept', async () => {
    for (const [field, number, says] of [
      ['validDays', '999999999999', '3,650'],
      ['validDays', '-999999999999', 'A whole number from 1.'],
      ['stock', '3000000000', '10,000,000'],
    ] as const) {
      const { status, html } = await submits('terms', { ...terms, [field]: number });
      expect([number, status, html.includes(says)]).toEqual([number, 422, true]);
    }
    const campaignId = await publishes(world, '101', { validDays: 3_650 });
    const [id = ''] = await customers(world, 1);
    expect(await fetches(world, id, campaignId)).toMatchObject({ kind: 'fetched' });
    const path = `/shop/coupons/${campaignId}`;
    await owner.opens(path);
    expect((await owner.submits(`${path}/stock`, { stock: '3000000000' })).status).toBe(422);
  });
});
