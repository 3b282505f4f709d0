import { expect, onTestFinished, test } from 'vitest';
import { StoreBusy } from '../../src/store/open-store.ts';
import { Connection, mostCachedStatements } from '../../src/store/sqlite-adapter/connection.ts';
import { SqliteDatabase } from '../../src/store/sqlite-adapter/database.ts';
import { FairMutex } from '../../src/store/sqlite-adapter/fair-mutex.ts';
import { openReader, openWriter } from '../../src/store/sqlite-adapter/open-database.ts';
import { temporarySqlite } from '../support/database.ts';

const insert = plain(`INSERT INTO "OptOut" VALUES ('+821000000001', '', '2026-11-20T00:00:00.000Z')`);
const count = plain('SELECT count(*) FROM "OptOut"');

test('no more statements are kept prepared than the bound, and the used ones stay', async () => {
  const { writer } = await opened();
  for (let n = 0; n < mostCachedStatements + 50; n += 1) {
    writer.query(plain(`SELECT ${n}`));
    expect(writer.query(count).rows).toEqual([[0]]);
  }
  expect(writer.cachedStatements).toBe(mostCachedStatements);
});

test('a cached statement works on after another connection has changed the table', async () => {
  const { writer, reader } = await opened();
  const all = plain('SELECT * FROM "OptOut"');
  expect(reader.query(all).columnNames).toHaveLength(3);
  writer.script('ALTER TABLE "OptOut" ADD COLUMN note TEXT');
  writer.query(plain(`INSERT INTO "OptOut" VALUES ('1', '', '2026-11-20T00:00:00.000Z', 'n')`));
  const { columnNames, rows } = reader.query(all);
  expect({ columnNames, width: rows[0]?.length }).toEqual({
    columnNames: ['recipient', 'sender', 'since', 'note'],
    width: 4,
  });
});

test('a transaction that was rolled back from outside runs nothing in the next one', async () => {
  const { database } = await opened();
  const timedOut = await database.begin();
  await timedOut.rollback();
  const next = await database.begin();
  await expect(timedOut.executeRaw(insert)).rejects.toThrow('TransactionAlreadyClosed');
  await expect(timedOut.change(insert.sql, [])).rejects.toThrow('TransactionAlreadyClosed');
  await expect(timedOut.commit()).rejects.toThrow('TransactionAlreadyClosed');
  await timedOut.rollback();
  expect((await next.queryRaw(count)).rows).toEqual([[0]]);
  await next.commit();
});

test('a second transaction waits for its turn, and no longer than the limit', async () => {
  const { database } = await opened(50);
  const first = await database.begin();
  await first.executeRaw(insert);
  await expect(database.begin()).rejects.toThrow(StoreBusy);
  const second = database.begin();
  await first.commit();
  expect((await (await second).queryRaw(count)).rows).toEqual([[1]]);
  await (await second).rollback();
});

test('a statement that fails after a savepoint can be undone alone', async () => {
  const { database } = await opened();
  const transaction = await database.begin();
  await transaction.createSavepoint('s');
  await expect(transaction.executeRaw(plain('INSERT INTO nowhere VALUES (1)'))).rejects.toThrow('TableDoesNotExist');
  await expect(transaction.executeRaw(insert)).rejects.toThrow('failed before');
  await transaction.rollbackToSavepoint('s');
  expect(await transaction.executeRaw(insert)).toBe(1);
  await transaction.commit();
});

test('the mutex serves in the order of asking, and one holder cannot release another', async () => {
  const mutex = new FairMutex();
  const served: number[] = [];
  const first = await mutex.acquire();
  const rest = [1, 2, 3].map((n) => mutex.run(() => served.push(n)));
  first();
  first();
  await Promise.all(rest);
  expect(served).toEqual([1, 2, 3]);
});

function plain(sql: string) {
  return { sql, args: [], argTypes: [] };
}

async function opened(busyLimitMs?: number) {
  const { url, dispose } = await temporarySqlite();
  const file = url.slice('file:'.length);
  const writer = new Connection(await openWriter(file));
  const reader = new Connection(openReader(file));
  const database = await SqliteDatabase.open(file, busyLimitMs);
  onTestFinished(async () => {
    reader.close();
    writer.close();
    await database.close();
    await dispose();
  });
  return { database, writer, reader };
}
