import { expect } from 'vitest';
import { longId, shortId } from '../../src/chat/short-id.ts';
import { ChatPerson } from '../chat/chatting.ts';
import { customers, draftOf, fetches, ownerOf, publishes, shopOf } from '../support/coupons.ts';
import { people, test } from '../support/world.ts';
import { campaignIn, draftsCoupon, operatorOf, password, registers, saysOffer } from './owners.ts';

const waiting = {
  en: 'We are still looking at your shop',
  ko: '매장을 아직 확인하고 있습니다',
  ja: 'お店をまだ確認しています',
};

test('what nobody approved sends no test card and publishes nothing, and its draft waits', async ({ world }) => {
  const { owner, path, shopId } = await registers(world, '별다방', 'han@byeol.test');
  const coupon = await draftsCoupon(world, owner, path);
  const check = await owner.opens(`${coupon}/check`);
  expect(check.html).toContain(waiting.en);
  expect(check.html).not.toContain(`action="${coupon}/test"`);
  for (const [language, words] of Object.entries(waiting)) {
    owner.cookies.set('giftline-language', language);
    const refused = await owner.submits(`${coupon}/test`);
    expect([refused.status, refused.html.includes(words)]).toEqual([409, true]);
  }
  owner.cookies.delete('giftline-language');
  // As if it had been tested before this was asked for.
  const campaignId = campaignIn(coupon);
  const { version } = await world.app.store.read.campaign.findUniqueOrThrow({ where: { id: campaignId } });
  await world.app.store.transaction((tx) =>
    tx.campaign.updateMany({ where: { id: campaignId }, data: { testedVersion: version } }),
  );
  expect((await owner.opens(`${coupon}/send`)).to).toBe(`${coupon}/check`);
  const sent = await owner.submits(`${coupon}/send`, { version: String(version) });
  expect([sent.status, sent.html.includes(waiting.en)]).toEqual([409, true]);
  expect(await world.app.store.read.outboxMessage.count({ where: { kind: 'test-card' } })).toBe(0);

  const operator = await operatorOf(world);
  await operator.opens('/admin');
  await operator.submits(`/admin/shops/${shopId}/decline`, { [`reason-${shopId}`]: '주소가 없습니다' });
  expect((await owner.submits(`${coupon}/send`, { version: String(version) })).status).toBe(409);
  await operator.submits(`/admin/shops/${shopId}/approve`);
  expect((await owner.submits(`${coupon}/test`)).status).toBe(303);
  expect((await owner.submits(`${coupon}/send`, { version: String(version) })).to).toBe(`${coupon}/progress`);
});

test('coupons of a shop that is not approved, or closed, are not offered; what somebody holds stays good', async ({
  world,
}) => {
  const { operations, store } = world.app;
  const campaignId = await publishes(world, '102');
  const openToAll = await publishes(world, '102', { tracked: false });
  const [early = '', late = ''] = await customers(world, 2);
  await fetches(world, early, campaignId);
  const yuna = new ChatPerson(world, people.yuna);
  await yuna.signsUp();
  for (const state of [{ closedAt: world.now() }, { approvedAt: null, closedAt: null }]) {
    await store.transaction((tx) => tx.shop.updateMany({ where: { code: '102' }, data: state }));
    expect(await operations.listOffers({ limit: 10 })).toEqual([]);
    expect(await operations.showOffer(campaignId)).toBeNull();
    expect(await operations.showUntracked(openToAll)).toBeNull();
    expect(await fetches(world, late, campaignId)).toEqual({ kind: 'not-on-offer' });
    await yuna.starts(`campaign-${shortId(campaignId)}`);
    expect(longId(shortId(campaignId))).toBe(campaignId);
    expect((await yuna.last()).text).toContain('지금은 받을 수 없는 쿠폰');
    expect(await fetches(world, early, campaignId)).toMatchObject({ kind: 'already-yours' });
  }
  const [voucher] = await operations.vouchersOf(early);
  expect(await operations.showVoucher(voucher?.pageToken ?? '')).toMatchObject({ kind: 'voucher' });
  expect(await world.till('102').redeems({ code: voucher?.serial, amount: 20_000 })).toMatchObject({ status: 201 });
});

test('test cards go ten times a day, and to three different numbers in a week', async ({ world }) => {
  const { owner, path, shopId } = await registers(world, '별다방', 'han@byeol.test');
  const operator = await operatorOf(world);
  await operator.opens('/admin');
  await operator.submits(`/admin/shops/${shopId}/approve`);
  const coupon = await draftsCoupon(world, owner, path);
  const { store } = world.app;
  const tests = (number: string | null) => async () => {
    if (number) await store.transaction((tx) => tx.shop.update({ where: { id: shopId }, data: { phone: number } }));
    world.passes({ minutes: 1 });
    return owner.submits(`${coupon}/test`);
  };
  const cards = () => store.read.outboxMessage.count({ where: { kind: 'test-card' } });
  for (const number of [people.hoon, people.yuna, people.jisu]) expect((await tests(number)()).status).toBe(303);
  const fourth = await tests(people.minho)();
  expect([fourth.status, fourth.html.includes('3 different numbers')]).toEqual([429, true]);
  expect(fourth.html).toContain('27 Nov, 12:01');
  for (let n = 3; n < 10; n++) expect((await tests(people.hoon)()).status).toBe(303);
  const eleventh = await tests(people.hoon)();
  expect([eleventh.status, eleventh.html.includes('10 test cards a day')]).toEqual([429, true]);
  expect(await cards()).toBe(10);
  // Pressed again for what was sent a moment ago, it is the same card and costs nothing.
  await world.settles();
  world.passes({ days: 1 });
  await owner.signsIn('han@byeol.test', password);
  await saysOffer(owner, coupon, '라떼 반값 오늘만');
  expect((await owner.submits(`${coupon}/test`)).status).toBe(303);
  expect((await owner.submits(`${coupon}/test`)).status).toBe(303);
  expect(await cards()).toBe(11);
  // The number that was last used longest ago makes room.
  expect((await tests(people.minho)()).status).toBe(429);
  await world.settles();
  world.passes({ days: 6 });
  await owner.signsIn('han@byeol.test', password);
  expect((await tests(people.minho)()).status).toBe(303);
});

test("an owner's own chat is no stranger: test cards go there whatever the numbers", async ({ world }) => {
  const { operations, store } = world.app;
  const by = await ownerOf(world, '101');
  const { id: shopId } = await shopOf(world, '101');
  const sora = new ChatPerson(world, people.sora);
  await sora.signsUp();
  const drafted = await operations.draftCampaign({ by, shopId, draft: await draftOf(world, '101') });
  if (drafted.kind !== 'kept') throw new Error(drafted.kind);
  const { campaignId } = drafted;
  const test = () => {
    world.passes({ minutes: 1 });
    return operations.sendTestCard({ by, campaignId });
  };
  await store.transaction((tx) => tx.account.update({ where: { id: by }, data: { memberId: null } }));
  for (const phone of [people.yuna, people.hoon, people.jisu, people.minho]) {
    await store.transaction((tx) => tx.shop.update({ where: { id: shopId }, data: { phone } }));
    expect((await test()).kind).toBe(phone === people.minho ? 'too-many-numbers' : 'sent');
  }
  const customer = await store.read.customer.findUniqueOrThrow({ where: { phone: people.sora } });
  await store.transaction((tx) => tx.account.update({ where: { id: by }, data: { customerId: customer.id } }));
  expect((await test()).kind).toBe('sent');
  for (let n = 4; n < 10; n++) expect((await test()).kind).toBe('sent');
  expect(await test()).toMatchObject({ kind: 'too-many', most: 10 });
});
