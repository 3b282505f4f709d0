import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { buys, callsUpToConfirm } from '../acceptance/buying.ts';
import { people, test, type World } from '../support/world.ts';
import { storySoFar } from './story-so-far.ts';
import { deliver, recordPosts } from './webhook-recorder.ts';

const orders = 20;
const mostCopies = 3;

test('any redelivery of anything, in any order, changes nothing twice', { timeout: 300_000 }, async ({ world }) => {
  const posts = recordPosts(world);
  await wholeStory(world);
  const recorded = posts.stop();
  expect(new Set(recorded.map(({ path }) => path.split('?')[0]?.replace(/[0-9a-f-]{36}/, ':id')))).toEqual(
    new Set(paths),
  );
  const before = await storySoFar(world);
  const copies = fc.array(fc.integer({ min: 1, max: mostCopies }), {
    minLength: recorded.length,
    maxLength: recorded.length,
  });
  await fc.assert(
    fc.asyncProperty(copies, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (times, dice) => {
      const all = recorded.flatMap((one, i) => Array.from({ length: times[i] ?? 1 }, () => one));
      const shuffled = all
        .map((one) => ({ one, at: dice.next().value as number }))
        .sort((one, other) => one.at - other.at);
      for (const { one } of shuffled)
        expect([one.path, await deliver(world, one)]).toEqual([one.path, expect.toSatisfy(ok)]);
      await world.settles();
      expect(await storySoFar(world)).toEqual(before);
    }),
    { numRuns: orders, endOnFailure: true },
  );
  process.stdout.write(`${recorded.length} webhooks and requests, ${orders} orders\n`);
});

const paths = [
  ...['/ivr/incoming', '/ivr/turn', '/ivr/status', '/sms/incoming', '/sms/status', '/payments/stripe'],
  ...['/api/v1/redemptions', '/api/v1/redemptions/:id/rollbacks', '/api/v1/validations'],
];

/** Whatever it was answered at first, it is never an outage. */
const ok = (status: number): boolean => status < 500;

/** Buying, changing one's mind, accepting, refusing, using, rolling back, opting out and in again. */
async function wholeStory(world: World): Promise<void> {
  await buys(world);
  await buys(world, { shop: '102', amountKey: '1' });
  await (await callsUpToConfirm(world, { recipient: '01030000002' })).presses('*').presses('2').presses('2');
  const lost = await world.phone(people.sora).dials().presses('1').presses('100003#').presses('1111#');
  await lost.presses('100003#').presses('3690#').presses('0#').presses('103#').presses('5').presses('999#');
  await lost.presses('12000#').presses('*#').presses('1').presses('021234567#').presses('01030000002#').hangsUp();
  await world.settles();
  const yuna = world.phone(people.yuna);
  for (const text of ['안녕하세요', '2580', '12 2', '11 2580', '0', '11 2', 'STOP', 'START']) await yuna.texts(text);
  await world.phone(people.hoon).texts('2580');
  await world.settles();
  const { number } = await world.app.store.read.certificate.findFirstOrThrow({ where: { state: 'active' } });
  const till = world.till('101');
  await till.validates(number);
  await till.redeems({ code: number, pin: '9999', amount: 1_000 });
  const used = await till.redeems({ code: number, pin: '2580', amount: 20_000 }, randomUUID());
  await till.redeems({ phone: '01030000001', pin: '2580', amount: 5_000 });
  await till.rollsBack(used.body.id);
  await world.settles();
}
