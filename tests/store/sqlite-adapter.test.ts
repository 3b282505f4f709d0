import { expect, onTestFinished, test } from 'vitest';
import { SqliteAdapter } from '../../src/store/sqlite-adapter/adapter.ts';
import { Connection, mostCachedStatements } from '../../src/store/sqlite-adapter/connection.ts';
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
    columnNames: ['phone', 'sender', 'since', 'note'],
    width: 4,
  });
});

test('a transaction that was rolled back from outside runs nothing in the next one', async () => {
  const { adapter } = await opened();
  const timedOut = await adapter.startTransaction();
  await timedOut.rollback();
  const next = await adapter.startTransaction();
  await expect(timedOut.executeRaw(insert)).rejects.toThrow('TransactionAlreadyClosed');
  await expect(timedOut.commit()).rejects.toThrow('TransactionAlreadyClosed');
  await timedOut.rollback();
  expect((await next.queryRaw(count)).rows).toEqual([[0]]);
  await next.commit();
});

test('a write outside a transaction waits for its turn', async () => {
  const { adapter } = await opened();
  const transaction = await adapter.startTransaction();
  await transaction.executeRaw(insert);
  const write = adapter.executeRaw(plain('DELETE FROM "OptOut"'));
  const returning = adapter.queryRaw(plain('DELETE FROM "OptOut" RETURNING phone'));
  await transaction.commit();
  expect(await write).toBe(1);
  expect((await returning).rows).toEqual([]);
});

test('a statement that fails after a savepoint can be undone alone', async () => {
  const { adapter } = await opened();
  const transaction = await adapter.startTransaction();
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

async function opened() {
  const { url, dispose } = await temporarySqlite();
  const file = url.slice('file:'.length);
  const writer = new Connection(await openWriter(file));
  const reader = new Connection(openReader(file));
  const adapter = new SqliteAdapter(writer, reader);
  onTestFinished(async () => {
    await adapter.dispose();
    await dispose();
  });
  return { adapter, writer, reader };
}
