import { expect } from 'vitest';
import { people, test } from '../support/world.ts';

test('made-up callers guess no PIN: they find a closed door, the member hears of it once, and gets in as ever', async ({
  world,
}) => {
  let right = '';
  let tried = 0;
  for (let caller = 0; caller < 30 && right === ''; caller++) {
    const call = await world
      .phone(`+8210${String(60_000_000 + caller)}`)
      .dials()
      .presses('1')
      .presses('100002#');
    for (let guess = 0; guess < 3 && call.step === 'pin'; guess++) {
      const pin = String(1_470 - 62 + tried);
      await call.presses(`${pin}#`);
      tried += 1;
      if (String(call.step) === 'shop') right = pin;
    }
  }
  expect(right).toBe('');
  await world.settles();
  const warnings = (await world.phone(people.minho).messages()).filter(({ body }) => body.includes('여러 번 틀리게'));
  expect(warnings).toHaveLength(1);

  const stranger = await world.phone(people.hoon).dials().presses('1').presses('100002#').presses('1470#');
  expect(stranger.step).not.toBe('shop');
  const own = await world.phone(people.minho).dials().presses('1').presses('100002#').presses('1470#');
  expect(own.step).toBe('shop');
  const nobodys = await world.phone(people.hoon).dials().presses('1').presses('100003#').presses('3690#');
  expect(nobodys.step).toBe('shop');
  world.passes({ hours: 24 });
  const nextDay = await world.phone(people.hoon).dials().presses('1').presses('100002#').presses('1470#');
  expect(nextDay.step).toBe('shop');
});
