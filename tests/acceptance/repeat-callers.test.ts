import { expect } from 'vitest';
import { withheldNumber as withheld } from '../../simulator/phone-network/numbers.ts';
import { temporaryPostgres } from '../support/database.ts';
import { people, test, World } from '../support/world.ts';
import { buys, callsUpToConfirm } from './buying.ts';

const purchases = (world: World) => world.app.store.read.purchase.findMany({ orderBy: { id: 'asc' } });
const closes = (world: World, code: string) =>
  world.app.store.transaction((tx) => tx.shop.update({ where: { code }, data: { closedAt: world.now() } }));

/** Signs in on the own telephone and stands at the shop. */
const callsUpToShop = (world: World, from: string = people.jisu, member = '0') =>
  world.phone(from).dials().presses('1').presses(`${member}#`).presses('2580#');

test('who has bought before buys again with one key for the shop and one for the recipient', async ({ world }) => {
  await buys(world);
  const call = await world
    .phone(people.jisu)
    .dials()
    .hears(/^기프트라인, 구매 1번\.$/)
    .presses('1')
    .hears(/^회원번호나 0과 우물 정자\.$/)
    .presses('0#')
    .hears(/^비밀번호와 우물 정자\.$/)
    .presses('2580#')
    .hears(/^김지수 님, 매장 번호나 한라악기 1과 우물 정자\.$/)
    .presses('1#')
    .hears(/^1번부터 만, 삼만, 오만, 십만, 다른 금액\.$/)
    .presses('2')
    .hears(/^비자 사이사이, 휴대폰 번호나 같은 분 1과 우물 정자\.$/)
    .presses('1#')
    .hears(/^공일공, 삼공공공, 공공공일, 성은 최, 끝은 나, 맞으면 1, 아니면 2번\.$/)
    .presses('1')
    .hears(/^녹음 1, 없이 2번\.$/)
    .presses('2')
    .hears(/^한라악기 삼만 원 결제 1, 취소 2번\.$/)
    .presses('1')
    .hears(/^결제됐습니다\.$/);
  await call.staysSilent().hears(/^고맙습니다\.$/);
  await world.settles();
  await world.phone(people.yuna).receives(/김지수.*한라악기.*30,000원/s);
  const [one, other] = await purchases(world);
  expect(other).toMatchObject({ recipientPhone: people.yuna, recipientName: '최*나', shopId: one?.shopId });
});

test('the same on PostgreSQL', async () => {
  const world = await World.open({ database: await temporaryPostgres() });
  await world
    .phone(people.jisu)
    .dials()
    .hears(/상품권 구매는 1번/);
  await buys(world);
  await closes(world, '102');
  const call = await world
    .phone(people.jisu)
    .dials()
    .hears(/^기프트라인, 구매 1번\.$/)
    .presses('8')
    .presses('2');
  await call
    .presses('1')
    .presses('0#')
    .presses('2580#')
    .hears(/1 for Halla Music/)
    .presses('102#');
  await call
    .hears(/no shop with that number/)
    .presses('1#')
    .presses('3')
    .presses('1#')
    .hears(/0 0 0 1\. Name 최, 나\./);
  expect(await world.app.store.read.member.findFirst({ where: { number: '100001' } })).toMatchObject({ locale: 'en' });
  await call.hangsUp();
  await world.settles();
  await world.isSound();
  await world.close();
});

test('another shop and another recipient are keyed in as ever, and are the last ones then', async ({ world }) => {
  await buys(world);
  const call = await callsUpToShop(world)
    .presses('102#')
    .hears(/^북촌식당\. 1번부터/);
  await call
    .presses('1')
    .presses('01030000002#')
    .hears(/성은 정/);
  await call
    .presses('1')
    .presses('2')
    .presses('1')
    .hears(/결제됐습니다/);
  await call.staysSilent();
  await callsUpToShop(world)
    .hears(/북촌식당 1과/)
    .presses('1#')
    .presses('1')
    .presses('1#')
    .hears(/공공공이, 성은 정/);
});

test('a second gift in one call has the first one’s shop and recipient on key 1', async ({ world }) => {
  const call = await callsUpToConfirm(world).then((c) => c.presses('1').hears(/하나 더 사려면 1번/));
  await call
    .presses('1')
    .hears(/한라악기 1과 우물 정자/)
    .presses('1#')
    .presses('1')
    .presses('1#')
    .hears(/공공공일, 성은 최/);
  expect(call.step).toBe('recipient-confirm');
});

test('a short prompt is said at length when 9 asks for it again, and in other words after a wrong key', async ({
  world,
}) => {
  await buys(world);
  const call = await world
    .phone(people.jisu)
    .dials()
    .hears(/^기프트라인, 구매 1번\.$/);
  await call.presses('9').hears(/상품권 구매는 1번/);
  await call.presses('7').hears(/없는 번호예요\. 상품권을 사시려면 1번/);
});

test('after a wrong number and an unknown shop the last shop is still offered', async ({ world }) => {
  await buys(world);
  const call = await callsUpToShop(world);
  await call.presses('999#').hears(/그 번호의 매장이 없어요\. 한라악기 1, 세 자리 매장 번호/);
  await call.presses('12#').hears(/번호가 짧거나 길어요\. 한라악기 1,/);
  await call.presses('1#').presses('3');
  await call.presses('0212345678#').hears(/휴대폰 번호가 아니에요\..*지난번 분은 1/);
  await call.presses('1#').hears(/성은 최/);
});

test('GC-07 the last recipient is looked up and counted like a number keyed in', async ({ world }) => {
  await buys(world);
  const call = await callsUpToShop(world).presses('1#').presses('3');
  for (let look = 1; look < 10; look++)
    await call
      .presses('1#')
      .hears(/성은 최/)
      .presses('2');
  await call.presses('1#').hears(/공공공일, 이름은 알 수 없어요/);
});

test('a shop that sells no more is not offered again, the recipient is', async ({ world }) => {
  await buys(world);
  await closes(world, '101');
  const call = await callsUpToShop(world).hears(/^김지수 님, 매장 번호나 안내 0과 우물 정자\.$/);
  await call.presses('1#').hears(/자릿수가 맞지 않아요/);
  await call.presses('101#').hears(/번호가 짧거나|매장이 없어요|없는 매장/);
  expect(call.step).toBe('shop');
  const again = await callsUpToShop(world)
    .presses('0#')
    .hears(/^102번 북촌식당/);
  await again
    .presses('102#')
    .presses('1')
    .presses('1#')
    .hears(/공공공일, 성은 최/);
});

test('a shop that closes while the caller is at its door is not found', async ({ world }) => {
  await buys(world);
  const call = await callsUpToShop(world).hears(/한라악기 1과/);
  await closes(world, '101');
  await call.presses('1#').hears(/그 번호의 매장이 없어요\. 세 자리 매장 번호/);
  await call.presses('1#').hears(/번호가 짧거나 길어요/);
});

test('who has never bought is offered nothing on key 1, and 1# is no shop and no recipient', async ({ world }) => {
  await buys(world, { from: people.jisu });
  const call = await world
    .phone(people.sora)
    .dials()
    .hears(/상품권 구매는 1번/);
  await call
    .presses('1')
    .presses('0#')
    .presses('3690#')
    .hears(/^박소라 님, 매장 번호 세 자리와 우물 정자\./);
  await call.presses('1#').hears(/자릿수가 맞지 않아요\. 세 자리 매장 번호/);
  await call
    .presses('102#')
    .presses('1')
    .presses('1#')
    .hears(/자릿수가 맞지 않아요\. 받으실 분의 휴대폰 번호를/);
});

test('a purchase that was not paid for is not the last one', async ({ world }) => {
  await buys(world);
  const call = await callsUpToConfirm(world, { shop: '102', recipient: '01030000002' });
  await call.presses('2');
  await world.settles();
  await callsUpToShop(world).hears(/한라악기 1과/);
});

test('a stranger on a member’s telephone hears nothing of the member before the PIN', async ({ world }) => {
  await buys(world);
  const call = await world.phone(people.jisu).dials();
  const heard = [...call.heard];
  for (const keys of ['1', '0#', '1111#', '0#', '1112#', '0#', '1113#'])
    heard.push(...(await call.presses(keys)).heard);
  expect(call.ended).toBe(true);
  expect(heard.join(' ')).not.toMatch(/지수|한라|사이사이|최|삼공공공|오만/);
  const other = await world.phone(people.jisu).dials().presses('1').presses('100003#').presses('3690#');
  await other.hears(/^박소라 님, 매장 번호 세 자리와 우물 정자\./);
});

test('on another telephone and with a withheld number, short words begin after the PIN', async ({ world }) => {
  await buys(world);
  for (const from of [people.hoon, withheld]) {
    const call = await world
      .phone(from)
      .dials()
      .hears(/상품권 구매는 1번/);
    await call.presses('1').hears(/회원번호.* 우물 정자/);
    await call.presses('100001#').hears(/비밀번호를 누르고 우물 정자를/);
    await call.presses('2580#').hears(/한라악기 1과 우물 정자/);
    await call.hangsUp();
  }
});
