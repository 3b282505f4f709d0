import { expect, test, vi } from 'vitest';
import { audit } from '../../src/operations/audit/audit.ts';
import { sql } from '../../src/store/sql.ts';
import { callsUpToConfirm } from '../acceptance/buying.ts';
import { timePassesWhile } from '../faults/trouble.ts';
import { figure } from '../support/figure.ts';
import { people, World } from '../support/world.ts';
import { type Met, openDoors } from './doors.ts';

const patience = { timeout: 10_000 };

/** What is small still fits for a while: the last page has room. */
const mostAttempts = 150;

test('the disk is full: 503 or a kind word at every door, and all is well again by itself', {
  timeout: 120_000,
}, async () => {
  const world = await World.open({ limits: { patienceMs: 80 } });
  try {
    const { page, 'card company': cardCompany, ...doors } = await openDoors(world);
    if (!page || !cardCompany) throw new Error('there are these doors');
    // A caller has said yes, and the card company takes the money, but its answer comes only when the disk is full.
    const call = await callsUpToConfirm(world, { recipient: '01030000009' });
    await world.desk.faults.add({ party: 'stripe', on: '/capture', kind: 'late', delayMs: 60_000 });
    const paying = call.presses('1');
    await vi.waitUntil(async () => (await world.desk.faults.list()).faults[0]?.hits === 1, patience);

    await diskHas(world, await pagesOf(world));
    const attempts: Record<string, number> = {};
    for (const [who, door] of Object.entries(doors)) attempts[who] = await untilRefused(door);
    attempts.page = await untilRefused(page, 1);
    await world.desk.faults.clear();
    await vi.waitUntil(() => world.log.some((line) => line.includes('a hold could not be settled')), patience);
    const captured = await world.app.store.read.certificate.count({ where: { holderPhone: people.nobody } });

    await diskHas(world, 1_000_000);
    // Where the machine is so busy that the caller has waited long by now, the news comes by text.
    await (await timePassesWhile(world, paying)).hears(/결제됐습니다|결과를 문자로/);
    await world.settles();
    const after: Met[] = [];
    for (const door of [...Object.values(doors), page, cardCompany]) after.push(await door());
    await world.settles();
    figure('a full disk', {
      'doors that refused kindly': Object.keys(attempts).length,
      'served again': after.filter((met) => met === 'served').length,
      'bought meanwhile, kept': await world.app.store.read.certificate.count({
        where: { holderPhone: people.nobody },
      }),
    });
    expect(captured).toBe(0);
    expect(after).toEqual(after.map(() => 'served'));
    expect(await world.app.store.read.certificate.count({ where: { holderPhone: people.nobody } })).toBe(1);
    expect(await audit(world.app.store, world.now())).toEqual([]);
  } finally {
    await world.close();
  }
});

async function untilRefused(door: () => Promise<Met>, most = mostAttempts): Promise<number> {
  for (let attempt = 1; attempt <= most; attempt += 1) if ((await door()) === 'refused kindly') return attempt;
  throw new Error(`never refused in ${most} attempts`);
}

async function pagesOf({ app: { store } }: World): Promise<number> {
  const [{ page_count: pages } = { page_count: 0n }] = await store.query<{ page_count: bigint }>(
    sql`PRAGMA page_count`,
  );
  return Number(pages);
}

/** SQLite then finds no room for another page: what a full disk is to it. */
const diskHas = ({ app: { store } }: World, pages: number) =>
  store.transaction((tx) => tx.query(sql([`PRAGMA max_page_count = ${pages}`])));
