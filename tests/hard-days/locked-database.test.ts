import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { audit } from '../../src/operations/audit/audit.ts';
import { startSecondProcess } from '../store/second-process.ts';
import { figure } from '../support/figure.ts';
import { World } from '../support/world.ts';
import { type Door, openDoors } from './doors.ts';

const heldMs = 10_000;
/** Twilio hangs up on an app that takes longer. */
const patienceMs = 15_000;

test('another process locks the database for 10 seconds: 503 or a kind word, then all is well by itself', {
  timeout: 60_000,
}, async () => {
  const world = await World.open();
  const other = await startSecondProcess(world.database.url);
  try {
    const doors = Object.values(await openDoors(world));
    expect(await other.do('hold')).toBe('done');
    const meeting = Promise.all(doors.map(timed));
    const mayRead = await world.till('101').register();
    const ready = await fetch(`${world.url}/readyz`);
    // The one thing here that time cannot be set for: SQLite's own lock, in another process.
    await pause(heldMs);
    expect(await other.do('release')).toBe('done');
    const met = await meeting;
    await world.settles();
    const after = await Promise.all(doors.map(timed));
    await world.settles();
    const slowestMs = Math.max(...met.map(({ tookMs }) => tookMs));
    figure('a lock held for 10 s by another process', {
      'refused kindly': met.filter((one) => one.met === 'refused kindly').length,
      'served in the end': met.filter((one) => one.met === 'served').length,
      'slowest answer ms': Math.round(slowestMs),
      'served afterwards': after.filter((one) => one.met === 'served').length,
    });
    expect([mayRead.status, ready.status]).toEqual([200, 200]);
    expect(met.some((one) => one.met === 'refused kindly')).toBe(true);
    expect(slowestMs).toBeLessThan(patienceMs);
    expect(after.filter((one) => one.met !== 'served')).toEqual([]);
    expect(await audit(world.app.store, world.now())).toEqual([]);
  } finally {
    await other.end();
    await world.close();
  }
});

async function timed(door: Door) {
  const from = performance.now();
  const met = await door();
  return { met, tookMs: performance.now() - from };
}
