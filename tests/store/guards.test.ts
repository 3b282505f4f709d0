import { describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { raw, sql } from '../../src/store/sql.ts';
import { openTestStore, temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { runSql } from './run-sql.ts';

const at = new Date('2026-11-20T01:02:03.004Z');

describe.each([
  ['SQLite', temporarySqlite],
  ['PostgreSQL', temporaryPostgres],
])('guards on %s', (_name, make) => {
  test.each([
    'UPDATE "LedgerEntry" SET kind = \'other\'',
    'UPDATE "Posting" SET amount = 2',
    'DELETE FROM "Posting"',
    'DELETE FROM "LedgerEntry"',
  ])('the ledger is append-only: %s', async (change) => {
    const { store, url } = await opened(make);
    await post(store);
    await expect(store.transaction((tx) => tx.execute(raw(change)))).rejects.toThrow(/append-only/);
    await expect(runSql(url, change)).rejects.toThrow(/append-only/);
    expect(await store.read.posting.count()).toBe(2);
  });

  test('a posting of nothing, an unknown account, and an unknown state are refused', async () => {
    const { store } = await opened(make);
    await post(store);
    const posting = { entryId: 'e', line: 3, account: 'cash', subject: '', amount: 1n };
    await expect(store.transaction((tx) => tx.posting.create({ data: { ...posting, amount: 0n } }))).rejects.toThrow(
      /Posting_amount_check/,
    );
    await expect(
      store.transaction((tx) => tx.posting.create({ data: { ...posting, account: 'pocket' } })),
    ).rejects.toThrow(/Posting_account_check/);
    await expect(store.transaction((tx) => tx.outboxMessage.create({ data: message('lost') }))).rejects.toThrow(
      /OutboxMessage_state_check/,
    );
  });

  test('a rule holds for a change too', async () => {
    const { store } = await opened(make);
    await store.transaction((tx) => tx.outboxMessage.create({ data: message('scheduled') }));
    const change = store.transaction((tx) => tx.outboxMessage.update({ where: { id: 'm' }, data: { state: 'lost' } }));
    await expect(change).rejects.toThrow(/OutboxMessage_state_check/);
  });

  test('amounts beyond 2^53 and instants with milliseconds come back as they went', async () => {
    const { store } = await opened(make);
    const amount = 9_223_372_036_854_775_807n;
    await post(store, amount);
    expect(await store.read.posting.findFirst({ where: { amount } })).toMatchObject({ amount });
    expect(await store.query(sql`SELECT amount FROM "Posting" WHERE amount = ${amount}`)).toEqual([{ amount }]);
    expect(await store.read.ledgerEntry.findFirst({ where: { at } })).toMatchObject({ at });
    expect(await store.read.ledgerEntry.count({ where: { at: { gt: new Date(at.getTime() - 1) } } })).toBe(1);
    expect(await store.read.ledgerEntry.count({ where: { at: { gt: at } } })).toBe(0);
    expect(await store.query(sql`SELECT at FROM "LedgerEntry" WHERE at <= ${at}`)).toEqual([{ at }]);
  });
});

test('SQLite keeps instants as text, and no number of 13 digits', async () => {
  const { store, url } = await opened(temporarySqlite);
  await post(store);
  await store.transaction((tx) =>
    tx.execute(sql`INSERT INTO "OptOut" (recipient, sender, since) VALUES ('+821000000001', '', ${at})`),
  );
  const text = { at: '2026-11-20T01:02:03.004Z', type: 'text' };
  expect(await runSql(url, 'SELECT at, typeof(at) AS type FROM "LedgerEntry"')).toEqual([text]);
  expect(await runSql(url, 'SELECT since AS at, typeof(since) AS type FROM "OptOut"')).toEqual([text]);
});

test('SQLite does not let INSERT OR REPLACE past the ledger', async () => {
  const { store } = await opened(temporarySqlite);
  await post(store);
  const replace = sql`INSERT OR REPLACE INTO "Posting" VALUES ('e', 1, 'cash', '', 5)`;
  await expect(store.transaction((tx) => tx.execute(replace))).rejects.toThrow(/append-only/);
});

async function opened(make: typeof temporarySqlite): Promise<{ store: Store; url: string }> {
  const { url, dispose } = await make();
  const store = await openTestStore(url);
  onTestFinished(async () => {
    await store.close();
    await dispose();
  });
  return { store, url };
}

async function post(store: Store, amount = 1n): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.ledgerEntry.create({ data: { id: 'e', key: 'capture:h', kind: 'capture', currency: 'KRW', at } });
    await tx.posting.create({ data: { entryId: 'e', line: 1, account: 'cash', subject: '', amount } });
    await tx.posting.create({ data: { entryId: 'e', line: 2, account: 'certificate', subject: 'c', amount: -amount } });
  });
}

function message(state: string) {
  const who = { recipient: '+821000000001', locale: 'ko', facts: '{}' };
  return { id: 'm', key: 'k', kind: 'news', ...who, state, dueAt: at, createdAt: at };
}
