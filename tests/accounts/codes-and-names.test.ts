import { expect } from 'vitest';
import { ChatPerson } from '../chat/chatting.ts';
import { Visitor } from '../support/visitor.ts';
import { people, test, type World } from '../support/world.ts';
import { entryOf, operatorOf, registers } from './owners.ts';

const mailsTo = async (world: World, address: string) =>
  (await world.desk.mailbox(address).mails()).map(({ subject }) => subject).sort();

const hoon = (change: object = {}) =>
  entryOf('북촌식당', {
    nameEn: 'Bukchon Table',
    trade: 'restaurant',
    place: '서울 종로구 북촌로 34',
    code: '102',
    email: 'hoon@mail.example',
    ...change,
  });

async function hoonSignedIn(world: World): Promise<{ owner: Visitor; path: string }> {
  const owner = new Visitor(world);
  await owner.signsIn('hoon@mail.example', 'demo-shop-102');
  const { id } = await world.app.store.read.shop.findUniqueOrThrow({ where: { code: '102' } });
  return { owner, path: `/shop/${id}` };
}

test('a code that an approved shop gave up leads to nobody for a year, and the shop may take it back', {
  timeout: 60_000,
}, async ({ world }) => {
  const { owner, path } = await hoonSignedIn(world);
  const form = (await owner.opens(`${path}/edit`)).html;
  expect(form).toContain('posters and links with the present code stop working');
  const mends = (code: string) => owner.submits(`${path}/edit`, hoon({ code }));
  expect((await mends('500')).to).toBe(`${path}?done=saved`);
  const other = await registers(world, '별다방', 'han@byeol.test', '203.0.113.1');
  const takes = await other.owner.submits(`${other.path}/edit`, entryOf('별다방', { code: '102' }));
  expect([takes.status, takes.html.includes('Another shop had this code until lately')]).toEqual([422, true]);
  const yuna = new ChatPerson(world, people.yuna);
  await yuna.starts('shop-102');
  expect((await yuna.last()).text).not.toContain('별다방');
  // Automatic codes are the lowest free ones, and 102 is none of them.
  expect((await world.app.store.read.shop.findUniqueOrThrow({ where: { id: other.shopId } })).code).toBe('105');
  expect((await mends('102')).to).toBe(`${path}?done=saved`);
  for (const code of ['501', '502']) expect((await mends(code)).to).toBe(`${path}?done=saved`);
  const often = await mends('503');
  expect([often.status, often.html.includes('3 times a year')]).toEqual([422, true]);
  world.passes({ days: 366 });
  await other.owner.signsIn('han@byeol.test', 'several words here');
  expect((await other.owner.submits(`${other.path}/edit`, entryOf('별다방', { code: '102' }))).status).toBe(303);
});

test('one owner has at most three shops that nobody approved', async ({ world }) => {
  const { owner, shopId } = await registers(world, '별다방', 'han@byeol.test');
  await owner.opens('/shop/new');
  const adds = (n: number) => owner.submits('/shop/new', entryOf(`별다방 ${n}호점`));
  for (const n of [2, 3]) expect((await adds(n)).status).toBe(303);
  const fourth = await adds(4);
  expect([fourth.status, fourth.html.includes('At most 3 of your shops')]).toEqual([422, true]);
  expect((await adds(3)).status).toBe(303);
  expect(await world.app.store.read.shop.count({ where: { approvedAt: null } })).toBe(3);
  const operator = await operatorOf(world);
  await operator.opens('/admin');
  await operator.submits(`/admin/shops/${shopId}/approve`);
  expect((await adds(4)).status).toBe(303);
});

test('an approved shop keeps its name until the operator has seen the new one', async ({ world }) => {
  const { owner, path } = await hoonSignedIn(world);
  const { read } = world.app.store;
  const shop = () => read.shop.findUniqueOrThrow({ where: { code: '102' } });
  const renames = (name: string, nameEn: string) => owner.submits(`${path}/edit`, hoon({ name, nameEn }));
  await owner.opens(`${path}/edit`);
  expect((await renames('한라악기', 'Halla Music')).to).toBe(`${path}?done=saved`);
  expect(await shop()).toMatchObject({ name: '북촌식당', nameEn: 'Bukchon Table', askedName: '한라악기' });
  const page = (await owner.opens(path)).html;
  expect(page).toContain('We are looking at the new name');
  expect(page).toContain('<h1 dir="auto">Bukchon Table</h1>');
  expect((await owner.opens(`${path}/edit`)).html).toContain('value="한라악기"');
  await renames('북촌식당 본점', 'Bukchon Table');
  expect(await shop()).toMatchObject({ name: '북촌식당', askedName: '북촌식당 본점' });
  await world.settles();
  expect(await read.outboxMessage.count({ where: { kind: 'operator-news' } })).toBe(1);

  const operator = await operatorOf(world);
  const admin = (await operator.opens('/admin')).html;
  expect(admin).toContain('New names to approve');
  expect(admin).toContain('북촌식당 본점');
  const { id } = await shop();
  const seen = { name: '북촌식당 본점', nameEn: 'Bukchon Table' };
  // The owner asks for something else while the operator looks.
  await renames('국민은행', 'Bank');
  expect((await operator.submits(`/admin/shops/${id}/name/approve`, seen)).status).toBe(409);
  expect(await shop()).toMatchObject({ name: '북촌식당', askedName: '국민은행' });
  const bank = { name: '국민은행', nameEn: 'Bank' };
  expect((await operator.submits(`/admin/shops/${id}/name/decline`, { ...bank, [`reason-${id}`]: '' })).status).toBe(
    422,
  );
  const declines = { ...bank, [`reason-${id}`]: '은행이 아닙니다' };
  expect((await operator.submits(`/admin/shops/${id}/name/decline`, declines)).to).toBe('/admin?done=nameDeclined');
  expect(await shop()).toMatchObject({ name: '북촌식당', nameEn: 'Bukchon Table', askedName: null, askedNameEn: null });
  const declined = (await owner.opens(path)).html;
  for (const said of ['The new name was not approved', '국민은행', '은행이 아닙니다']) expect(declined).toContain(said);
  await renames('북촌식당 본점', 'Bukchon Table');
  expect((await owner.opens(path)).html).not.toContain('The new name was not approved');
  await renames('북촌식당', 'Bukchon Table');
  expect(await shop()).toMatchObject({ askedName: null });
  expect((await owner.opens(path)).html).not.toContain('We are looking at the new name');
  await renames('북촌식당 본점', 'Bukchon Table');
  for (let pressed = 0; pressed < 2; pressed++) {
    expect((await operator.submits(`/admin/shops/${id}/name/approve`, seen)).to).toBe('/admin?done=nameApproved');
  }
  expect(await shop()).toMatchObject({ name: '북촌식당 본점', nameEn: 'Bukchon Table', askedName: null });
  await world.settles();
  expect(await mailsTo(world, 'hoon@mail.example')).toEqual([
    '상호가 바뀌었습니다: 북촌식당 본점',
    '상호를 바꾸지 못했습니다: 국민은행',
  ]);
  expect((await owner.submits(`/admin/shops/${id}/name/approve`, seen)).status).toBe(404);
});

test('a shop that waits is renamed at once', async ({ world }) => {
  const { owner, path, shopId } = await registers(world, '별다방', 'han@byeol.test');
  await owner.submits(`${path}/edit`, entryOf('달다방'));
  expect(await world.app.store.read.shop.findUniqueOrThrow({ where: { id: shopId } })).toMatchObject({
    name: '달다방',
    askedName: null,
  });
});

test('a declined shop reads why on its page, and both mails lead to it', async ({ world }) => {
  const { owner, path, shopId } = await registers(world, '별다방', 'han@byeol.test');
  const operator = await operatorOf(world);
  await operator.opens('/admin');
  await operator.submits(`/admin/shops/${shopId}/decline`, { [`reason-${shopId}`]: '주소가 없습니다' });
  expect((await owner.opens(path)).html).toContain('Why: 주소가 없습니다');
  await owner.submits(`${path}/edit`, entryOf('별다방', { place: '서울 별길 1' }));
  expect((await owner.opens(path)).html).not.toContain('주소가 없습니다');
  await operator.submits(`/admin/shops/${shopId}/approve`);
  await world.settles();
  const mailbox = world.desk.mailbox('news@byeol.test');
  for (const subject of [/could not be listed/, /is listed/]) {
    expect((await mailbox.opens(subject)).text).toContain(`${world.url}/shop`);
  }
});
