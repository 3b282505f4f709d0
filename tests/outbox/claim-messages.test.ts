import { describe, expect, test } from 'vitest';
import { claimMessages } from '../../src/outbox/claim-messages.ts';
import { openTestStore, temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { outboxWorld } from './outbox-world.ts';

describe.each([
  ['SQLite', temporarySqlite],
  ['PostgreSQL', temporaryPostgres],
])('claims on %s', (_name, temporary) => {
  test('each due message goes to one of those who ask at once, and is doubtful when a lease has run out', async () => {
    const database = await temporary();
    const store = await openTestStore(database.url);
    const world = outboxWorld(store);
    for (let i = 0; i < 30; i += 1) await world.put({ kind: 'reply-nothing-open' });

    const claims = await Promise.all([1, 2, 3, 4].map(() => claimMessages(world.deps, 'text', 10)));
    const ids = claims.flat().map(({ row }) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await claimMessages(world.deps, 'text', 30);
    expect(ids.length + rest.length).toBe(30);
    expect([...claims.flat(), ...rest].some(({ doubtful }) => doubtful)).toBe(false);

    world.later(59_999);
    expect(await claimMessages(world.deps, 'text', 30)).toEqual([]);
    world.later(1);
    const again = await claimMessages(world.deps, 'text', 30);
    expect(again).toHaveLength(30);
    expect(again.every(({ row, doubtful }) => doubtful && row.tries === 2)).toBe(true);
    await store.close();
    await database.dispose();
  });
});
