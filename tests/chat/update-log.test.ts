import { describe, expect, test } from 'vitest';
import { UpdateLog } from '../../src/operations/chat-updates/update-log.ts';
import { openTestStore, temporaryPostgres, temporarySqlite } from '../support/database.ts';

describe.each([
  ['SQLite', temporarySqlite],
  ['PostgreSQL', temporaryPostgres],
])('chat updates on %s', (_name, database) => {
  test('many at once are new once, finished once, and the talk is kept with them', async () => {
    const { url, dispose } = await database();
    const store = await openTestStore(url);
    const now = () => new Date('2026-11-20T03:00:00.000Z');
    // Two processes that are told the same.
    const [one, other] = [new UpdateLog({ store, now }), new UpdateLog({ store, now })];
    const updates = Array.from({ length: 300 }, (_, i) => ({ id: `u${i}`, chat: `c${i % 7}`, sealed: `s${i}` }));
    const kept = await Promise.all(
      [...updates, ...updates].map((update, i) => (i % 2 ? one : other).keepUpdate(update)),
    );
    expect(kept.filter((outcome) => outcome === 'new')).toHaveLength(300);
    await store.transaction((tx) =>
      tx.chatUser.create({ data: { id: 'c0', name: '', locale: 'ko', createdAt: now() } }),
    );
    await Promise.all([one.rememberTalk('c0', '{"step":"search"}'), ...updates.map(({ id }) => one.finishUpdate(id))]);
    expect(await store.read.chatUpdate.count({ where: { doneAt: now(), sealed: null } })).toBe(300);
    expect(await store.read.chatUser.findUnique({ where: { id: 'c0' } })).toMatchObject({ talk: '{"step":"search"}' });
    await one.idle();
    await store.close();
    await dispose();
  });
});
