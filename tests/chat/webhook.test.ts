import { afterAll, beforeAll, expect, test } from 'vitest';
import { BareApp, said } from './bare-app.ts';

let bare: BareApp;
beforeAll(async () => {
  bare = await BareApp.open();
});
afterAll(() => bare.close());

test('what does not carry the secret is refused, and nothing happens', async () => {
  const before = await bare.updates();
  for (const secret of [null, '', 'wrong', `${bare.secret}x`, bare.secret.slice(1)]) {
    expect(await bare.tells(said(1, 501, '/help'), secret)).toBe(403);
  }
  await bare.settles();
  expect(await bare.updates()).toEqual(before);
  expect(bare.messenger.said()).toEqual([]);
});

test('what is no update is refused, and an update of a kind that nobody asked for is let by', async () => {
  for (const body of ['{}', '[]', '"x"', '{"update_id":"7"}', '{"message":{}}']) {
    expect(await bare.tells(body)).toBe(body.includes('update_id') ? 200 : 400);
  }
  expect(await bare.tells('{"update_id":')).toBe(400);
  expect(await bare.tells({ update_id: 7, poll: { id: '1' } })).toBe(200);
  expect(await bare.tells({ ...said(8, 501, 'x'), message: { ...said(8, 501, 'x').message, text: 5 } })).toBe(200);
  expect(await bare.updates()).toEqual([]);
});

test('an update is kept sealed until it is answered, and forgotten then', async () => {
  bare.messenger.fails(true);
  expect(await bare.tells(said(11, 502, '2580'))).toBe(200);
  await bare.settles();
  const [kept] = await bare.updates();
  expect(kept).toMatchObject({ doneAt: null, tries: 0 });
  expect(kept?.sealed).not.toContain('2580');
  expect(Buffer.from(kept?.sealed ?? '', 'base64url').toString('latin1')).not.toContain('2580');

  bare.messenger.fails(false);
  await bare.settles();
  expect((await bare.updates())[0]).toMatchObject({ doneAt: null, tries: 0 });
  bare.passes({ seconds: 61 });
  await bare.settles();
  expect(bare.messenger.said().filter(({ chatId }) => chatId === 502)).not.toEqual([]);
  expect((await bare.updates())[0]).toMatchObject({ sealed: null, tries: 1 });
  expect(bare.log.join()).not.toContain('2580');
});

test('what a process left that died is answered by the next one', async () => {
  bare.messenger.fails(true);
  await bare.tells(said(21, 503, '/help'));
  await bare.settles();
  await bare.app.close();
  bare.messenger.fails(false);
  bare.passes({ seconds: 61 });
  await bare.starts();
  await bare.settles();
  expect(bare.messenger.said().filter(({ chatId }) => chatId === 503)).toHaveLength(1);
});

test('what can never be answered is given up after three more tries, with a line in the log', async () => {
  bare.messenger.fails(true);
  await bare.tells(said(31, 504, '/help'));
  for (let tries = 0; tries < 5; tries++) {
    await bare.settles();
    bare.passes({ seconds: 61 });
  }
  bare.messenger.fails(false);
  expect(bare.messenger.requests.filter(({ chatId }) => chatId === 504)).toHaveLength(4);
  const row = (await bare.updates()).find(({ chat }) => chat === (504).toString(36));
  expect(row).toMatchObject({ sealed: null, tries: 3 });
  expect(row?.doneAt).not.toBeNull();
  expect(bare.log.some((line) => line.includes('is given up'))).toBe(true);
});

test('5,000 updates told three times, twice at once, have 5,000 effects, in each chat in their order', {
  timeout: 90_000,
}, async () => {
  const before = bare.messenger.said().length;
  // One chat is answered with what it said, so that the order shows.
  const updates = Array.from({ length: 5_000 }, (_, i) =>
    said(1_000 + i, 100_000 + (i % 250), i % 250 === 7 ? `점포 ${i}` : '/help'),
  );
  for (const repeat of [1, 2]) {
    for (let from = 0; from < updates.length; from += 500) {
      const some = updates.slice(from, from + 500);
      const told = repeat === 1 ? [...some, ...some] : some;
      expect(new Set(await Promise.all(told.map((update) => bare.tells(update))))).toEqual(new Set([200]));
    }
  }
  await bare.settles();
  const replies = bare.messenger.said().slice(before);
  expect(replies).toHaveLength(5_000);
  const numbers = replies.filter(({ chatId }) => chatId === 100_007).map(({ text }) => Number(/\d+/.exec(text)?.[0]));
  expect(numbers).toHaveLength(20);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect((await bare.updates()).every(({ doneAt, sealed }) => doneAt !== null && sealed === null)).toBe(true);
});

test('that an update came is forgotten after some days', async () => {
  bare.passes({ days: 4 });
  await bare.settles();
  expect(await bare.updates()).toEqual([]);
});
