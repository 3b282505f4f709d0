import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/store/open-store.ts';
import { sql } from '../../src/store/sql.ts';
import type { SecondProcess } from './second-process.ts';

/** What the contract asks of a store: little, so that Prisma's own adapter can be asked the same. */
export type Subject = {
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Rows of OptOut, read outside any transaction. */
  countAtRoot(): Promise<number>;
  /** One row of OptOut, by the shortest way that the store offers outside a transaction. */
  write(phone: string): Promise<void>;
  /** What the database says of its commits: 'full' when they are on the disk before they are answered. */
  durability(): Promise<string>;
  /** Makes the next BEGIN fail; answers how to mend it. */
  breakBegin(): Promise<() => Promise<void>>;
  /** Lets broken foreign keys be found at the COMMIT. */
  deferForeignKeys(tx: Tx): Promise<void>;
  startOther(): Promise<SecondProcess>;
  close(): Promise<void>;
};

type Clause = {
  name: string;
  observe(subject: Subject): Promise<unknown>;
  sound: unknown;
  /** What Prisma's own SQLite adapter 7.10 shows instead. */
  fault: unknown;
};

/** Runs every clause on a fresh store, and expects the sound observation, or the fault, of each. */
export function storeContract(name: string, open: () => Promise<Subject>, expected: 'sound' | 'fault'): void {
  describe(name, () => {
    let subject: Subject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => {
      await subject.close();
    });
    for (const clause of clauses) {
      test(`${expected === 'sound' ? '' : 'does not keep this: '}${clause.name}`, async () => {
        expect(await clause.observe(subject)).toEqual(clause[expected]);
      });
    }
  });
}

const clauses: Clause[] = [
  {
    name: 'a query at the root does not run inside a transaction of somebody else',
    sound: { seenBeforeCommit: 0 },
    fault: { seenBeforeCommit: 1 },
    async observe(subject) {
      return subject.transaction(async (tx) => {
        await optOut(tx, '+821000000001');
        return { seenBeforeCommit: await subject.countAtRoot() };
      });
    },
  },
  {
    name: 'what was written and answered is not undone by the rollback of somebody else',
    sound: { kept: 1 },
    fault: { kept: 0 },
    async observe(subject) {
      let written: Promise<void> | undefined;
      const undone = subject.transaction(async (tx) => {
        await optOut(tx, '+821000000001');
        written = subject.write('+821000000002');
        await Promise.race([written, delay(300)]);
        throw new Error('changed my mind');
      });
      await expect(undone).rejects.toThrow('changed my mind');
      await written;
      return { kept: await subject.countAtRoot() };
    },
  },
  {
    name: 'a BEGIN that failed does not keep the lock',
    sound: { broken: 'refused', mended: 'written' },
    fault: { broken: 'refused', mended: 'refused' },
    async observe(subject) {
      const mend = await subject.breakBegin();
      const broken = await outcome(subject.transaction((tx) => optOut(tx, '+821000000001')));
      await mend();
      return { broken, mended: await outcome(subject.transaction((tx) => optOut(tx, '+821000000002'))) };
    },
  },
  {
    name: 'a COMMIT that failed leaves nothing behind, and the next transaction works',
    sound: { first: 'refused', leftBehind: 0, next: 'written', afterThat: 'written' },
    fault: { first: 'refused', leftBehind: 1, next: 'refused', afterThat: 'refused' },
    async observe(subject) {
      const first = await outcome(
        subject.transaction(async (tx) => {
          await subject.deferForeignKeys(tx);
          await optOut(tx, '+821000000001');
          const at = new Date();
          await tx.terminal.create({ data: { id: 't', shopId: 'nowhere', name: 'till', keyHash: 'h', createdAt: at } });
        }),
      );
      const leftBehind = await subject.countAtRoot();
      const next = await outcome(subject.transaction((tx) => optOut(tx, '+821000000002')));
      const afterThat = await outcome(subject.transaction((tx) => optOut(tx, '+821000000003')));
      return { first, leftBehind, next, afterThat };
    },
  },
  {
    name: 'while another process writes, a transaction waits for it (no BUSY half-way)',
    sound: { meanwhile: 'waits', afterwards: 'written' },
    fault: { meanwhile: 'SQLITE_BUSY', afterwards: 'SQLITE_BUSY' },
    async observe(subject) {
      const other = await subject.startOther();
      await other.do('hold');
      const write = outcomeByCode(
        subject.transaction(async (tx) => {
          await tx.lock('contract');
          await optOut(tx, '+821000000001');
        }),
      );
      const meanwhile = await Promise.race([write, delay(500, 'waits')]);
      await other.do('release');
      const afterwards = await write;
      await other.end();
      return { meanwhile, afterwards };
    },
  },
  {
    name: 'what a transaction has read is not changed by another process before it writes (no BUSY_SNAPSHOT)',
    sound: { outcome: 'written', total: 2 },
    fault: { outcome: 'SQLITE_BUSY_SNAPSHOT', total: 1 },
    async observe(subject) {
      const other = await subject.startOther();
      await subject.transaction(counter);
      let theirs: Promise<string> | undefined;
      const ours = await outcomeByCode(
        subject.transaction(async (tx) => {
          await tx.lock('contract');
          const before = await total(tx);
          theirs = other.do('increment');
          await Promise.race([theirs, delay(300)]);
          await tx.execute(sql`UPDATE "OutboxMessage" SET tries = ${before + 1}`);
        }),
      );
      expect(await theirs).toBe('done');
      await other.end();
      return { outcome: ours, total: await subject.transaction(total) };
    },
  },
  {
    name: 'a commit is on the disk before it is answered',
    sound: 'full',
    fault: 'normal',
    observe: (subject) => subject.durability(),
  },
];

export async function optOut(tx: Tx, phone: string): Promise<void> {
  await tx.optOut.create({
    data: { recipient: phone, sender: '+8215880000', since: new Date('2026-11-20T01:02:03.004Z') },
  });
}

async function counter(tx: Tx): Promise<void> {
  const at = new Date('2026-11-20T01:02:03.004Z');
  const who = { recipient: '+821000000001', locale: 'ko', facts: '{}' };
  await tx.outboxMessage.create({
    data: { id: 'm', key: 'counter', kind: 'news', ...who, state: 'scheduled', dueAt: at, createdAt: at },
  });
}

async function total(tx: Tx): Promise<number> {
  return (await tx.outboxMessage.findFirst())?.tries ?? -1;
}

async function outcome(work: Promise<unknown>): Promise<'written' | 'refused'> {
  return work.then(
    () => 'written',
    () => 'refused',
  );
}

/** 'written', or what the database itself called its refusal. */
async function outcomeByCode(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'written',
    (error) => error?.meta?.driverAdapterError?.cause?.originalCode ?? String(error),
  );
}
