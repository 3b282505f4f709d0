import { expect } from 'vitest';
import { people, test } from '../support/world.ts';
import { buys, callsUpToConfirm } from './buying.ts';

test('a purchase from a telephone that is not the member’s is told to the member', async ({ world }) => {
  await buys(world, { from: people.hoon });
  await world.phone(people.jisu).receives(/010-\*{4}-0002/);
});

test('from other telephones a member buys up to a daily limit, counted over all of them', async ({ world }) => {
  await buys(world, { from: people.hoon, amountKey: '4' });
  await buys(world, { from: people.yuna, amountKey: '4' });
  const call = await world
    .phone(people.hoon)
    .dials()
    .presses('1')
    .presses('100001#')
    .presses('2580#')
    .presses('101#')
    .presses('1');
  expect(call.heard.join(' ')).toMatch(/한도/);
  expect(call.ended).toBe(true);
  await buys(world, { amountKey: '4' });
  world.passes({ days: 1 });
  await buys(world, { from: people.hoon });
});

test('a hold that was let go does not count against the daily limit', async ({ world }) => {
  const call = await callsUpToConfirm(world, { from: people.hoon, amountKey: '4' });
  await call.presses('*').presses('*').presses('*').presses('*#');
  expect(call.step).toBe('amount');
  await call
    .presses('5')
    .presses('200000#')
    .hears(/이십만 원/);
});

test('GC-07 a name is said in full only when both are members who allow it', async ({ world }) => {
  const hear = () =>
    world
      .phone(people.jisu)
      .dials()
      .presses('1')
      .presses('100001#')
      .presses('2580#')
      .presses('102#')
      .presses('3')
      .presses('01020000003#');
  await hear().then((call) => call.hears(/성은 박, 끝 글자는 라/).hangsUp());
  await world.settles();
  world.passes({ minutes: 11 });
  const allow = (number: string) =>
    world.app.store.transaction((tx) => tx.member.update({ where: { number }, data: { showsName: true } }));
  await allow('100003');
  await hear().then((call) => call.hears(/성은 박/).hangsUp());
  await world.settles();
  world.passes({ minutes: 11 });
  await allow('100001');
  await hear().then((call) => call.hears(/박소라/).hangsUp());
});

test('GC-07 look-ups are budgeted per telephone too, whoever the member is', async ({ world }) => {
  const looks = async (member: string, pin: string, times: number) => {
    const call = await world
      .phone(people.sora)
      .dials()
      .presses('1')
      .presses(`${member}#`)
      .presses(`${pin}#`)
      .presses('101#')
      .presses('1');
    for (let look = 0; look < times; look++)
      await call
        .presses('01030000001#')
        .hears(/성은 최/)
        .presses('2');
    return call;
  };
  await looks('100001', '2580', 10).then((call) => call.hangsUp());
  await world.settles();
  world.passes({ minutes: 11 });
  const call = await looks('100003', '3690', 10);
  await call.presses('01030000001#').hears(/확인되지 않습니다/);
});

test('who tries one PIN on many members is stopped by the telephone', async ({ world }) => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const asked = { member: { number: String(200_000 + attempt) }, caller: people.hoon, pin: '2580' };
    expect(await world.app.operations.signIn({ ...asked, attempt: `try ${attempt}` })).toMatchObject({
      kind: 'wrong-pin',
    });
  }
  const right = { member: { number: '100001' }, pin: '2580', attempt: 'the last' };
  expect(await world.app.operations.signIn({ ...right, caller: people.hoon })).toMatchObject({ kind: 'closed' });
  expect(await world.app.operations.signIn({ ...right, caller: people.jisu })).toMatchObject({ kind: 'signed-in' });
});

test('a second call on a telephone that is still in use hears nothing of the first one’s purchase', async ({
  world,
}) => {
  world.passes({ seconds: 1 });
  const first = await callsUpToConfirm(world);
  const second = await world.phone(people.jisu).dials();
  expect(second.step).toBe('menu');
  await first.presses('1').hears(/결제됐습니다/);
});
