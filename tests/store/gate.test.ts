import { describe, expect, onTestFinished, test } from 'vitest';
import { isUniqueViolation, Stale, type Store, StoreBusy, StoreClosed, StoreFull } from '../../src/store/open-store.ts';
import { sql } from '../../src/store/sql.ts';
import { openTestStore, temporaryPostgres, temporarySqlite } from '../support/database.ts';
import { optOut } from './contract.ts';

const stores = [
  ['SQLite', temporarySqlite],
  ['PostgreSQL', temporaryPostgres],
] as const;

describe.each(stores)('the gate on %s', (_name, make) => {
  test('a transaction that finds itself stale is run anew, whole', async () => {
    const { store } = await opened(make);
    let runs = 0;
    const answer = await store.transaction(async (tx) => {
      runs += 1;
      await optOut(tx, `+82100000000${runs}`);
      if (runs < 3) throw new Stale();
      return 'done';
    });
    expect({ answer, runs, rows: await store.read.optOut.count() }).toEqual({ answer: 'done', runs: 3, rows: 1 });
  });

  test('but not for ever', async () => {
    const { store } = await opened(make);
    let runs = 0;
    const stale = store.transaction(async () => {
      runs += 1;
      throw new Stale();
    });
    await expect(stale).rejects.toThrow(Stale);
    expect(runs).toBe(10);
  });

  test('another error is thrown as it is, once, and nothing is written', async () => {
    const { store } = await opened(make);
    let runs = 0;
    const failing = store.transaction(async (tx) => {
      runs += 1;
      await optOut(tx, '+821000000001');
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect({ runs, rows: await store.read.optOut.count() }).toEqual({ runs: 1, rows: 0 });
  });

  test('a unique violation is known as one, from a model and from raw SQL', async () => {
    const { store } = await opened(make);
    const insert = sql`INSERT INTO "OptOut" (recipient, sender, since) VALUES ('+821000000001', '+8215880000', ${new Date()})`;
    await store.transaction((tx) => optOut(tx, '+821000000001'));
    const errors = await Promise.all([
      store.transaction((tx) => optOut(tx, '+821000000001')).catch((error) => error),
      store.transaction((tx) => tx.execute(insert)).catch((error) => error),
    ]);
    expect(errors.map(isUniqueViolation)).toEqual([true, true]);
    expect(isUniqueViolation(new Error('other'))).toBe(false);
  });

  test('a failed statement that was caught does not end as a success with nothing written', async () => {
    const { store } = await opened(make);
    await store.transaction((tx) => optOut(tx, '+821000000001'));
    const caught = store.transaction(async (tx) => {
      await optOut(tx, '+821000000002');
      await optOut(tx, '+821000000001').catch(() => 'never mind');
    });
    await expect(caught).rejects.toMatchObject({ name: 'CommitRefused' });
    const continued = store.transaction(async (tx) => {
      await optOut(tx, '+821000000001').catch(() => 'never mind');
      await optOut(tx, '+821000000003');
    });
    await expect(continued).rejects.toThrow();
    expect(await store.read.optOut.count()).toBe(1);
  });

  test('ON CONFLICT DO NOTHING is the way to go on', async () => {
    const { store } = await opened(make);
    const insert = sql`INSERT INTO "OptOut" (recipient, sender, since) VALUES ('1', '2', ${new Date()}) ON CONFLICT DO NOTHING`;
    const changed = await store.transaction(async (tx) => [await tx.execute(insert), await tx.execute(insert)]);
    expect(changed).toEqual([1, 0]);
  });

  test('of fifty guarded updates at once, as many succeed as there is balance', async () => {
    const { store } = await opened(make);
    await store.transaction((tx) => optOut(tx, '+821000000001'));
    const take = () =>
      store.transaction(async (tx) => {
        const old = await tx.optOut.findFirstOrThrow();
        const left = Number(old.sender.replace('+8215880000', '20'));
        if (left === 0) return 0;
        const { count } = await tx.optOut.updateMany({
          where: { recipient: old.recipient, sender: old.sender },
          data: { sender: String(left - 1) },
        });
        if (count === 0) throw new Stale();
        return 1;
      });
    const taken = await Promise.allSettled(Array.from({ length: 50 }, take));
    const sum = taken.reduce((total, one) => total + (one.status === 'fulfilled' ? one.value : 0), 0);
    const left = Number((await store.read.optOut.findFirstOrThrow()).sender);
    expect(sum + left).toBe(20);
  });

  test('a lock by name lets one in at a time', async () => {
    const { store } = await opened(make);
    let inside = 0;
    let most = 0;
    const enter = () =>
      store.transaction(async (tx) => {
        await tx.lock('shop:101');
        inside += 1;
        most = Math.max(most, inside);
        await tx.optOut.count();
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 20 }, enter));
    expect(most).toBe(1);
  });

  test('closing lets a running transaction end and refuses the next', async () => {
    const { store } = await opened(make);
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let goOn = () => {};
    const told = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const running = store.transaction(async (tx) => {
      begun();
      await told;
      await optOut(tx, '+821000000001');
      return 'written';
    });
    await hasBegun;
    const closed = store.close();
    await expect(store.transaction(async () => 1)).rejects.toThrow(StoreClosed);
    goOn();
    expect(await running).toBe('written');
    await closed;
  });

  test('what is used after its transaction has ended does nothing', async () => {
    const { store } = await opened(make);
    const late = await store.transaction(async (tx) => [tx] as const);
    await expect(optOut(late[0], '+821000000001')).rejects.toThrow();
    expect(await store.read.optOut.count()).toBe(0);
  });

  test('outside a transaction nothing can be written: there is nothing to write with, nor a type for it', async () => {
    const { store } = await opened(make);
    // @ts-expect-error reads only
    expect(store.read.certificate.update).toBeUndefined();
    // @ts-expect-error reads only
    expect(store.read.$transaction).toBeUndefined();
    await store.ping();
  });
});

test('SQLite: a full disk is said to be one, and the store works on', async () => {
  const { store } = await opened(temporarySqlite);
  const filling = store.transaction(async (tx) => {
    const [{ page_count: pages } = { page_count: 0 }] = await tx.query<{ page_count: bigint }>(sql`PRAGMA page_count`);
    await tx.query(pageLimit(Number(pages) + 1));
    await tx.inboundText.create({ data: { sid: 's', phone: '1', outcome: 'x'.repeat(100_000), at: new Date() } });
  });
  await expect(filling).rejects.toThrow(StoreFull);
  await store.transaction((tx) => tx.query(pageLimit(1_000_000)));
  await store.transaction((tx) => optOut(tx, '+821000000001'));
  expect(await store.read.inboundText.count()).toBe(0);
});

test('PostgreSQL: of two transactions that wait for each other, both end well', async () => {
  const { store } = await opened(temporaryPostgres);
  let runs = 0;
  const signal = () => {
    let give = () => {};
    const given = new Promise<void>((resolve) => {
      give = resolve;
    });
    return { give, given };
  };
  const [hasA, hasB] = [signal(), signal()];
  const lockBoth = (first: string, mine: typeof hasA, second: string, others: typeof hasA) =>
    store.transaction(async (tx) => {
      runs += 1;
      await tx.lock(first);
      mine.give();
      await others.given;
      await tx.lock(second);
    });
  const one = lockBoth('a', hasA, 'b', hasB);
  const two = lockBoth('b', hasB, 'a', hasA);
  await Promise.all([one, two]);
  expect(runs).toBeGreaterThan(2);
});

test('PostgreSQL: a lock held for too long is StoreBusy', async () => {
  const { store } = await opened(temporaryPostgres);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let locked = () => {};
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const holder = store.transaction(async (tx) => {
    await tx.lock('a');
    locked();
    await held;
  });
  await isLocked;
  const waiting = store.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL lock_timeout = 50`);
    await tx.lock('a');
  });
  await expect(waiting).rejects.toThrow(StoreBusy);
  letGo();
  await holder;
});

function pageLimit(pages: number) {
  return sql([`PRAGMA max_page_count = ${pages}`]);
}

async function opened(make: typeof temporarySqlite): Promise<{ store: Store; url: string }> {
  const { url, dispose } = await make();
  const store = await openTestStore(url);
  onTestFinished(async () => {
    await store.close();
    await dispose();
  });
  return { store, url };
}
