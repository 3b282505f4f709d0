import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Programs, startPrograms, throwAwayFolder } from '../../scripts/programs.ts';
import { projectRoot } from '../../src/project-root.ts';
import { deriveKey } from '../../src/providers/keys.ts';
import { sealCardAddress } from '../../src/web/card-url.ts';
import { type Figure, figure } from '../figure.ts';
import { openHouse, spendable } from '../house.ts';
import { fire } from '../load/fire.ts';
import { playing } from '../load/webhooks.ts';
import { median, type Scale } from '../rounds.ts';
import { callerOf, lookingAround } from './dialogue.ts';

/** From `node` to ready, and the memory it takes: idle, and after much work. Linux says how much. */
export async function program(scale: Scale): Promise<Figure[]> {
  const dataDir = throwAwayFolder();
  const fresh = await startPrograms(projectRoot(), dataDir);
  const firstStart = fresh.readyAfterMs;
  await settle(scale);
  const idle = residentMb(fresh.pid);
  const { secret } = fresh.accounts;
  await fresh.stop({ keep: true });
  const house = await openHouse(`file:${join(dataDir, 'giftline.db')}`, secret);
  await spendable(house, 20);
  const certificates = await house.store.read.certificate.findMany({ select: { id: true } });
  await house.close();
  const starts: number[] = [];
  for (let round = 1; round < scale.rounds; round++) {
    const started = await startPrograms(projectRoot(), dataDir);
    starts.push(started.readyAfterMs);
    await started.stop({ keep: true });
  }
  const running = await startPrograms(projectRoot(), dataDir);
  starts.push(running.readyAfterMs);
  try {
    const some = scale.quick ? 0.1 : 1;
    await work(running, certificates, secret, 2_000 * some, 200 * some);
    await settle(scale);
    const early = residentMb(running.pid);
    await work(running, certificates, secret, 10_000 * some, 1_000 * some);
    await settle(scale);
    const late = residentMb(running.pid);
    return [
      figure({
        name: 'first start, from node to ready',
        unit: 'ms',
        value: firstStart,
        aim: { of: 'value', atMost: 2_000 },
      }),
      figure({
        name: 'start, from node to ready',
        unit: 'ms',
        value: median(starts),
        aim: { of: 'value', atMost: 2_000 },
      }),
      figure({ name: 'memory, idle', unit: 'MB', value: idle, aim: { of: 'value', atMost: 150 } }),
      figure({
        name: 'memory after 10,000 more turns and 1,000 more cards, against after the first 2,000 and 200',
        unit: 'MB',
        value: late,
        baseline: early,
        aim: { of: 'ratio', atMost: 1.1 },
      }),
    ];
  } finally {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function work(
  { appUrl, accounts }: Programs,
  certificates: readonly { id: string }[],
  secret: Buffer,
  turns: number,
  cards: number,
): Promise<void> {
  const line = { url: appUrl, ...accounts.twilio };
  const calls = playing(line, lookingAround, { from: callerOf, hangUp: true });
  await fire(appUrl, calls, { amount: Math.ceil(turns / calls.length) * calls.length, connections: 10 });
  const key = deriveKey(secret, 'card pictures');
  let drawn = 0;
  const picture = {
    setupRequest: (request: object) => {
      drawn += 1;
      const certificateId = certificates[drawn % certificates.length]?.id ?? '';
      const address = sealCardAddress({ certificateId, cardVersion: 1, expiresAt: new Date(Date.now() + 60_000) }, key);
      return { ...request, method: 'GET' as const, path: `/cards/${address}.jpg` };
    },
  };
  await fire(appUrl, [picture], { amount: cards, connections: 4 });
}

/** Time for the garbage collector and the workers to come to rest. */
const settle = ({ quick }: Scale) => new Promise((resolve) => setTimeout(resolve, quick ? 500 : 5_000));

function residentMb(pid: number): number {
  const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1_000;
}
