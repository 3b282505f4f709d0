import { expect } from 'vitest';
import { voucherExpiry } from '../../src/core/coupons/voucher.ts';
import { officePictures } from '../../src/office-pictures.ts';
import type { OfficePictures } from '../../src/web/office/pictures.ts';
import { asks, customers, draftOf, fetches, ownerOf, publishes, shopOf } from '../support/coupons.ts';
import { Visitor } from '../support/visitor.ts';
import { test, type World } from '../support/world.ts';

async function owner(world: World): Promise<Visitor> {
  const visitor = new Visitor(world);
  expect((await visitor.signsIn('park@halla.example', 'demo-shop-101')).status).toBe(200);
  return visitor;
}

/** What a page says, without its marks. */
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

async function stopped(world: World): Promise<string> {
  const { operations } = world.app;
  const { id: shopId } = await shopOf(world, '101');
  const people = await customers(world, 3);
  for (const id of people) await asks(world, id, shopId);
  const campaignId = await publishes(world, '101', { audience: 'askers', validDays: 14 });
  await operations.runPublications();
  const { serial } = await world.app.store.read.voucher.findFirstOrThrow({ where: { campaignId } });
  await world.till('101').redeems({ code: serial, amount: 10_000 });
  await operations.stopPublication({ by: await ownerOf(world, '101'), campaignId });
  return campaignId;
}

test('after a stop the pages of shop and coupon say the same, and no terms as if they held', async ({ world }) => {
  const campaignId = await stopped(world);
  const { id: shopId } = await shopOf(world, '101');
  const visitor = await owner(world);
  const shop = textOf((await visitor.opens(`/shop/${shopId}`)).html);
  expect(shop).toContain('3 out, 1 used, 2 withdrawn');
  const coupon = textOf((await visitor.opens(`/shop/coupons/${campaignId}`)).html);
  expect(coupon).toContain('Out 3 coupons Withdrawn 2 coupons Used 1 coupon Used of those out 33%');
  expect(coupon).toContain('Terms when it was sent The sending was stopped');
  const korean = { 'accept-language': 'ko' };
  expect(textOf((await visitor.opens(`/shop/${shopId}`, korean)).html)).toContain('나감 3장, 사용 1장, 회수 2장');
  expect(textOf((await visitor.opens(`/shop/coupons/${campaignId}`, korean)).html)).toContain('회수한 쿠폰 2장');
});

test('what is over is made anew once, however often it is pressed, with all it said and days from today', async ({
  world,
}) => {
  const { operations, store } = world.app;
  const by = await ownerOf(world, '101');
  const inDays = (days: number) => new Date(Date.parse('2026-11-19T15:00:00.000Z') + days * 86_400_000);
  const said = {
    validFrom: inDays(0),
    validUntil: inDays(31),
    downloadsUntil: inDays(10),
    terms: '점심에만',
    stock: 50,
  };
  const campaignId = await publishes(world, '101', said);
  const visitor = await owner(world);
  const page = `/shop/coupons/${campaignId}`;
  expect((await visitor.opens(page)).html).not.toContain('/remake');
  expect((await visitor.submits(`${page}/remake`)).to).toBe(page);
  await operations.endCampaign({ by, campaignId });
  world.passes({ days: 5 });
  await visitor.signsIn('park@halla.example', 'demo-shop-101');
  expect((await visitor.opens(page)).html).toContain(`action="${page}/remake"`);
  const [one, two] = [await visitor.submits(`${page}/remake`), await visitor.submits(`${page}/remake`)];
  expect(one.to).toMatch(/^\/shop\/coupons\/[0-9a-f-]{36}\/check$/);
  expect(two.to).toBe(one.to);
  expect((await visitor.follows(one.to ?? '')).status).toBe(200);
  const draftId = one.to?.split('/')[3] ?? '';
  const [before, made] = [
    await operations.showCampaign({ by, campaignId }),
    await operations.showCampaign({ by, campaignId: draftId }),
  ];
  expect(made).toMatchObject({
    state: 'draft',
    title: before?.title,
    offer: before?.offer,
    terms: '점심에만',
    stock: 50,
    validFrom: inDays(5),
    validUntil: inDays(36),
    downloadsUntil: inDays(15),
    shopIds: before?.shopIds,
    taken: 0,
    tested: false,
  });
  // Given up, it is made anew.
  await operations.discardDraft({ by, campaignId: draftId });
  const again = await visitor.submits(`${page}/remake`);
  expect(again.to).not.toBe(one.to);
  const stranger = new Visitor(world);
  await stranger.signsIn('hoon@mail.example', 'demo-shop-102');
  await stranger.opens('/shop');
  expect((await stranger.submits(`${page}/remake`)).status).toBe(404);
  expect(await store.read.campaign.count({ where: { remadeFrom: campaignId } })).toBe(1);
});

test('the figures of an untracked coupon have their plot, and no share of what nobody counts', async ({ world }) => {
  const { operations } = world.app;
  const campaignId = await publishes(world, '101', { tracked: false });
  const { token } = (await operations.voucherCard({ campaignId })) ?? { token: '' };
  for (let use = 0; use < 3; use++) await world.till('101').redeems({ code: token, amount: 10_000 });
  const visitor = await owner(world);
  const { html } = await visitor.opens(`/shop/coupons/${campaignId}`);
  expect(html).toContain('id="campaign-plot');
  expect(textOf(html)).toContain('Used 3 coupons Bills with it');
  expect(textOf(html)).not.toMatch(/Used of those out|Out 0|fetched/);
  const { id: shopId } = await shopOf(world, '101');
  expect(textOf((await visitor.opens(`/shop/${shopId}`)).html)).toMatch(/· 3 used/);
});

test('a sample says the last day that a card says which is fetched today', async ({ world }) => {
  const { operations, store } = world.app;
  const by = await ownerOf(world, '101');
  const { id: shopId } = await shopOf(world, '101');
  const timeZone = 'Asia/Seoul';
  const draft = await draftOf(world, '101', { validDays: 14 });
  const drafted = await operations.draftCampaign({ by, shopId, draft });
  if (drafted.kind !== 'kept') throw new Error(drafted.kind);
  const campaignId = await publishes(world, '101', { validDays: 14 });
  const [id = ''] = await customers(world, 1);
  await fetches(world, id, campaignId);
  const { expiresAt } = await store.read.voucher.findFirstOrThrow({ where: { campaignId } });
  expect(expiresAt).toEqual(voucherExpiry(draft, world.now(), timeZone));
  const sample = await operations.testCard({ campaignId: drafted.campaignId, version: 1 });
  expect(sample?.facts.validUntil).toEqual(expiresAt);
  const seen: unknown[] = [];
  const pictures = officePictures(
    { svg: async () => '' },
    {
      sample: async (facts) => {
        seen.push(facts.validUntil);
        return { picture: Buffer.alloc(0), contentType: 'image/jpeg' };
      },
    },
    { now: world.now, timeZone },
  );
  const shop = { id: shopId, name: '한라악기', nameEn: 'Halla Music', currency: 'KRW', siblings: [] };
  const of = { shop, draft } as unknown as Parameters<OfficePictures['draftCard']>[0];
  await pictures.draftCard(of, 'ko');
  await pictures.draftCard({ ...of, draft: { ...draft, tracked: false } }, 'ko');
  expect(seen).toEqual([expiresAt, draft.validUntil]);
});

test('words of a coupon are kept without signs that turn or hide them, and a ticket is for a time to come', async ({
  world,
}) => {
  const visitor = await owner(world);
  const { id: shopId } = await shopOf(world, '101');
  await visitor.opens(`/shop/${shopId}`);
  const path = ((await visitor.submits(`/shop/${shopId}/coupons`)).to ?? '').replace('/offer', '');
  const keeps = async (step: string, fields: Record<string, string>) => {
    const { html } = await visitor.opens(`${path}/${step}`);
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
    return visitor.submits(`${path}/${step}`, { version, ...fields });
  };
  const ticket = { kind: 'ticket', ticket: 'concert', event: '\u202e겨울\u0007 음악회', seat: '\u2066가열 7\u2069' };
  const late = await keeps('offer', { title: '\u202e음악회\u200b ', ...ticket, startsAt: '2026-11-20T11:59' });
  expect(late.status).toBe(422);
  expect(late.html).toMatch(/<input[^>]*name="startsAt"[^>]*aria-invalid="true"/);
  expect(textOf(late.html)).toContain('This is over already.');
  expect((await keeps('offer', { title: '\u202e음악회\u200b ', ...ticket, startsAt: '2026-12-10T19:30' })).status).toBe(
    303,
  );
  const terms = { validFrom: '2026-11-20', validUntil: '2026-12-21', tracked: 'serials', proof: 'light' };
  await keeps('terms', { ...terms, audience: 'everyone', terms: '현장\u202e 교환' });
  const row = await world.app.store.read.campaign.findFirstOrThrow({ where: { shopId } });
  expect(row).toMatchObject({ title: '음악회', terms: '현장 교환' });
  expect(JSON.parse(row.offer)).toMatchObject({ event: '겨울 음악회', seat: '가열 7' });
});
