import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { delegatesOf } from '../../src/store/direct/delegate.ts';
import { PrismaClient as PostgresqlClient } from '../../src/store/generated/postgresql/client.ts';
import { type Prisma as Inputs, PrismaClient } from '../../src/store/generated/sqlite/client.ts';
import type { Store, Tx } from '../../src/store/open-store.ts';
import { ReadingAdapter } from '../../src/store/sqlite-adapter/adapters.ts';
import { Connection } from '../../src/store/sqlite-adapter/connection.ts';
import { SqliteDatabase } from '../../src/store/sqlite-adapter/database.ts';
import { openReader } from '../../src/store/sqlite-adapter/open-database.ts';
import { openTestStore, temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { at, changes, fill, questions } from './direct-questions.ts';

// The direct statements answer as Prisma does: both are asked, on the same rows.

type Asked = Record<string, Record<string, (args: unknown) => Promise<unknown>>>;

/** Prisma on a database. On SQLite it reads by our connection: its own adapter writes an instant in another way. */
interface Prisma {
  reading: PrismaClient;
  writing: PrismaClient;
}

const onSqlite = (url: string): Prisma => ({
  reading: new PrismaClient({ adapter: new ReadingAdapter(new Connection(openReader(url.slice('file:'.length)))) }),
  writing: new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) }),
});

function onPostgresql(url: string): Prisma {
  const client = new PostgresqlClient({ adapter: new PrismaPg({ connectionString: url }) }) as unknown as PrismaClient;
  return { reading: client, writing: client };
}

const databases = [
  ['SQLite', temporarySqlite, onSqlite],
  ['PostgreSQL', temporaryPostgres, onPostgresql],
] as const;

describe.each(databases)('on %s', (_name, make, prismaOn) => {
  let store: Store;
  let prisma: Prisma;
  let dispose: () => Promise<void>;

  beforeAll(async () => {
    const database = await make();
    dispose = database.dispose;
    store = await openTestStore(database.url);
    prisma = prismaOn(database.url);
    await store.transaction(fill);
  });

  afterAll(async () => {
    await store.close();
    await prisma.reading.$disconnect();
    await prisma.writing.$disconnect();
    await dispose();
  });

  for (const { model, method, args, says } of questions) {
    test(`${model}.${method}: ${says}`, async () => {
      const ask = (delegates: unknown) => (delegates as Asked)[model]?.[method]?.(args);
      const theirs = await ask(prisma.reading);
      expect(await ask(store.read)).toEqual(theirs);
      expect(await store.transaction(async (tx) => ask(tx))).toEqual(theirs);
    });
  }

  for (const { model, method, args, says } of changes) {
    test(`${model}.${method}: ${says}`, async () => {
      const run = async (tx: unknown) => {
        const answer = await (tx as Asked)[model]?.[method]?.(args);
        const rows = await (tx as Asked)[model]?.findMany?.({});
        return { answer, rows };
      };
      const undone: unknown[] = [];
      const keep = (seen: unknown) => {
        undone.push(seen);
        throw new Error('undone');
      };
      await expect(store.transaction(async (tx) => keep(await run(tx)))).rejects.toThrow('undone');
      await expect(prisma.writing.$transaction(async (tx) => keep(await run(tx)))).rejects.toThrow('undone');
      expect(undone[0]).toEqual(undone[1]);
    });
  }

  test('what is not there is refused in the same words', async () => {
    const args = { where: { id: 'nobody' } };
    const said = (work: Promise<unknown>) => work.catch((error) => `${error.code} ${error.meta?.cause ?? ''}`);
    const mine = await said(store.read.member.findUniqueOrThrow(args));
    expect(mine).toBe(await said(prisma.reading.member.findUniqueOrThrow(args)));
    const update = { where: { id: 'nobody' }, data: { name: 'x' } };
    const written = await said(store.transaction((tx) => tx.member.update(update)));
    expect(written).toBe(await said(prisma.writing.member.update(update)));
  });

  test('any plain question is answered alike', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (args) => {
        expect(await store.read.hold.findMany(args)).toEqual(await prisma.reading.hold.findMany(args));
      }),
      { numRuns: 150 },
    );
  });
});

const instants = [at(0), at(1), at(2), at(3)];
const comparison = <T>(values: readonly T[]) => {
  const value = fc.constantFrom(...values);
  return fc.oneof(
    value,
    fc.record({ not: value }),
    fc.record({ in: fc.array(value, { maxLength: 3 }) }),
    fc.record({ notIn: fc.array(value, { maxLength: 3 }) }),
    fc.record({ gte: value, lt: value }, { requiredKeys: ['gte'] }),
    fc.record({ gt: value }),
    fc.record({ lte: value }),
  );
};
const where = fc.record(
  {
    state: comparison(['asked', 'open', 'captured']),
    amount: comparison([1_000n, 20_000n, 9_007_199_254_740_993n]),
    tries: comparison([0, 1, 2]),
    createdAt: comparison(instants),
    nextTryAt: fc.oneof(comparison(instants), fc.constant(null), fc.constant({ not: null })),
    pending: fc.oneof(comparison(['capture', 'release']), fc.constant(null), fc.constant({ not: null })),
  },
  { requiredKeys: [] },
);
const nonEmpty = where.filter((one) => Object.keys(one).length > 0);
const anyQuestion = fc.record(
  {
    where: fc.oneof(
      where,
      fc.record({ OR: fc.array(nonEmpty, { minLength: 1, maxLength: 3 }) }),
      fc.record({ AND: fc.array(nonEmpty, { minLength: 1, maxLength: 2 }), state: comparison(['open']) }),
    ),
    take: fc.integer({ min: 0, max: 5 }),
    orderBy: fc.constantFrom<Inputs.HoldOrderByWithRelationInput[]>(
      [{ id: 'asc' }],
      [{ amount: 'desc' }, { id: 'desc' }],
    ),
    include: fc.constantFrom({ shop: true }, { member: { select: { phone: true } }, shop: { select: { code: true } } }),
  },
  { requiredKeys: ['orderBy'] },
);

test('what the product asks most goes past Prisma', async () => {
  const { url, dispose } = await temporarySqlite();
  const database = await SqliteDatabase.open(url.slice('file:'.length));
  const left: string[] = [];
  const transaction = await database.begin();
  const delegates = delegatesOf(
    transaction,
    async (delegate, method) => void left.push(`${delegate}.${method}`),
    'write',
  ) as unknown as Tx;
  await fill(delegates);
  for (const { model, method, args, plain } of [...questions, ...changes]) {
    left.length = 0;
    await (delegates as unknown as Asked)[model]?.[method]?.(args);
    expect({ model, method, args, left: left.length }).toEqual({ model, method, args, left: plain ? 0 : 1 });
  }
  await transaction.rollback();
  await database.close();
  await dispose();
});
