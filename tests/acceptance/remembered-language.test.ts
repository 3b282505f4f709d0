import { expect } from 'vitest';
import { withheldNumber as withheld } from '../../simulator/phone-network/numbers.ts';
import { people, test, type World } from '../support/world.ts';

const localeOf = async (world: World, number: string) =>
  (await world.app.store.read.member.findUniqueOrThrow({ where: { number } })).locale;

test('the language chosen on the own telephone is spoken in the next call, and the texts are in it', async ({
  world,
}) => {
  const call = await world
    .phone(people.jisu)
    .dials()
    .presses('8')
    .presses('2')
    .hears(/Welcome to Giftline/);
  await call
    .presses('1')
    .presses('0#')
    .presses('2580#')
    .hears(/shop number/);
  expect(await localeOf(world, '100001')).toBe('en');
  for (const keys of ['101#', '3', '01030000001#', '1', '2', '1']) await call.presses(keys);
  await call.hears(/payment is complete/).hangsUp();
  await world.settles();
  await world.phone(people.jisu).receives(/Halla Music/);
  await world.phone(people.yuna).receives(/한라악기/);
  await world
    .phone(people.jisu)
    .dials()
    .hears(/^Giftline\. To buy, 1\.$/);
  const back = await world.phone(people.jisu).dials().presses('8').presses('1').presses('1').presses('0#');
  await back.presses('2580#').hears(/김지수 님/);
  expect(await localeOf(world, '100001')).toBe('ko');
});

test('a language chosen by somebody who does not know the PIN, or on another telephone, is forgotten', async ({
  world,
}) => {
  const stranger = await world.phone(people.jisu).dials().presses('8').presses('2').presses('1').presses('0#');
  await stranger.presses('9999#').hangsUp();
  expect(await localeOf(world, '100001')).toBe('ko');
  for (const from of [people.hoon, people.sora, withheld]) {
    const call = await world.phone(from).dials().presses('8').presses('2').presses('1').presses('100001#');
    await call
      .presses('2580#')
      .hears(/shop number/)
      .hangsUp();
  }
  expect([await localeOf(world, '100001'), await localeOf(world, '100003')]).toEqual(['ko', 'ko']);
  await world
    .phone(people.jisu)
    .dials()
    .hears(/상품권 구매는 1번/);
});

test('who reads Japanese hears English, and choosing English leaves the texts Japanese', async ({ world }) => {
  const ja = { where: { number: '100001' }, data: { locale: 'ja' } };
  await world.app.store.transaction((tx) => tx.member.update(ja));
  const call = await world
    .phone(people.jisu)
    .dials()
    .hears(/Welcome to Giftline/)
    .presses('8')
    .presses('2')
    .presses('1');
  await call
    .presses('0#')
    .presses('2580#')
    .hears(/shop number/);
  expect(await localeOf(world, '100001')).toBe('ja');
});
