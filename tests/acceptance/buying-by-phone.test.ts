import { expect } from 'vitest';
import { people, test } from '../support/world.ts';
import { buys, callsUpToConfirm } from './buying.ts';

test('GC-01 a buyer calls the line and buys with the keys of the telephone', async ({ world }) => {
  await buys(world);
  await world.phone(people.yuna).receives(/김지수.*한라악기.*50,000원/s);
});

test('GC-02 the service checks number and PIN, and says the name and the card that will pay', async ({ world }) => {
  const call = await world
    .phone(people.jisu)
    .dials()
    .presses('1')
    .presses('100001#')
    .presses('2580#')
    .hears(/김지수 님/);
  await call
    .presses('101#')
    .presses('3')
    .hears(/비자카드 끝번호 사이사이/);
  await call.hangsUp();
});

test('GC-02 a wrong PIN and an unknown member are answered in the same words', async ({ world }) => {
  const wrongPin = await world.phone(people.jisu).dials().presses('1').presses('100001#').presses('9999#');
  const nobody = await world.phone(people.jisu).dials().presses('1').presses('999999#').presses('9999#');
  expect(wrongPin.heard).toEqual(nobody.heard);
  expect(wrongPin.step).toBe('member');
});

test('GC-03 the buyer picks shop and amount; an amount that the shop does not sell is explained', async ({ world }) => {
  const call = await world
    .phone(people.jisu)
    .dials()
    .presses('1')
    .presses('100001#')
    .presses('2580#')
    .presses('102#')
    .hears(/북촌식당/)
    .presses('5')
    .presses('999#')
    .hears(/천 원/);
  expect(call.step).toBe('amount-other');
  await call.presses('12500#').hears(/만 이천오백 원|만이천오백 원/);
});

test('GC-04 the money is held before the recipient is asked for, and nothing is taken yet', async ({ world }) => {
  const call = await world.phone(people.jisu).dials().presses('1').presses('100001#').presses('2580#').presses('101#');
  expect(await world.desk.intents()).toEqual([]);
  await call.presses('3').hears(/아직 결제 전/);
  expect(call.step).toBe('recipient');
  const [intent] = await world.desk.intents();
  expect(intent).toMatchObject({ amount: 50_000, currency: 'krw', status: 'requires_capture' });
});

test('GC-04 a card that is declined is said, and another amount can be chosen', async ({ world }) => {
  const call = await world
    .phone(people.minho)
    .dials()
    .presses('1')
    .presses('100002#')
    .presses('1470#')
    .presses('101#')
    .presses('1');
  expect(call.step).toBe('amount');
  expect(call.heard.join(' ')).toMatch(/카드/);
});

test('GC-05 the recipient may be the buyer', async ({ world }) => {
  await buys(world, { recipient: '01020000001' });
  await world.phone(people.jisu).receives(/한라악기/);
});

test('GC-06 a name comes from the shop’s own members first', async ({ world }) => {
  const call = await callsUpToRecipient(world);
  await call.presses('01030000002#').hears(/성은 정/);
  const lookUps = (await world.desk.requests('twilio')).filter(({ path }) => path.includes('PhoneNumbers'));
  expect(lookUps).toEqual([]);
});

test('GC-06 whom the shop does not know, the carrier may', async ({ world }) => {
  const call = await callsUpToRecipient(world);
  await call.presses('01030000001#').hears(/성은 최, 끝 글자는 나/);
  const lookUps = (await world.desk.requests('twilio')).filter(({ path }) => path.includes('PhoneNumbers'));
  expect(lookUps).toHaveLength(1);
});

test('GC-06 where nobody knows the name, the digits are read back', async ({ world }) => {
  const call = await callsUpToRecipient(world);
  await call.presses('01030000009#').hears(/공일공, 삼공공공, 공공공구.*확인되지 않습니다/);
});

test('GC-07 the buyer hears the name and says it is wrong', async ({ world }) => {
  const call = await callsUpToRecipient(world);
  await call
    .presses('01030000001#')
    .hears(/공일공, 삼공공공, 공공공일/)
    .hears(/성은 최, 끝 글자는 나/)
    .presses('2')
    .hears(/번호/);
  expect(call.step).toBe('recipient');
});

test('GC-07 look-ups are budgeted: after ten in a day the name is not said any more', async ({ world }) => {
  const call = await callsUpToRecipient(world);
  for (let look = 0; look < 10; look++)
    await call
      .presses('01030000001#')
      .hears(/성은 최/)
      .presses('2');
  await call.presses('01030000001#').hears(/확인되지 않습니다/);
});

test('GC-08 on confirmation the money is taken and the purchase is registered with the shop', async ({ world }) => {
  const call = await callsUpToConfirm(world);
  await call.presses('1').hears(/결제됐습니다/);
  const [intent] = await world.desk.intents();
  expect(intent).toMatchObject({ status: 'succeeded', amount: 50_000 });
  const { body } = await world.till('101').register();
  expect(body.lines).toMatchObject([
    { kind: 'sold', amount: 50_000, buyerName: '김지수', memberNumber: '100001', recipientName: '최*나' },
  ]);
  expect((await world.till('102').register()).body.lines).toEqual([]);
  await world.settles();
  await world.phone(people.jisu).receives(/한라악기.*50,000원/s);
});

test('GC-08 a buyer who does not confirm pays nothing, and the hold is released', async ({ world }) => {
  const call = await callsUpToConfirm(world);
  await call.presses('2');
  await world.settles();
  expect((await world.desk.intents())[0]).toMatchObject({ status: 'canceled' });
});

async function callsUpToRecipient(world: Parameters<typeof buys>[0]) {
  return world
    .phone(people.jisu)
    .dials()
    .presses('1')
    .presses('100001#')
    .presses('2580#')
    .presses('101#')
    .presses('3')
    .hears(/받는 분 휴대폰 번호/);
}
