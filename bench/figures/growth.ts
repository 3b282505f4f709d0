import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { throwAwayFolder } from '../../scripts/programs.ts';
import { fillWithPast } from '../ballast.ts';
import { type Figure, figure } from '../figure.ts';
import { type House, openHouse } from '../house.ts';
import { kinds } from '../kinds.ts';
import { newCallSid } from '../load/webhooks.ts';
import { median, rateOf, type Scale } from '../rounds.ts';
import { callerOf } from './dialogue.ts';

const sizes = (quick: boolean): number[] => (quick ? [100, 1_000] : [1_000, 10_000, 100_000, 1_000_000]);

interface Grown {
  certificates: number;
  house: House;
  prepared: { purchase: string[]; redemption: string[] };
}

/** What a turn's questions, a purchase and a redemption cost as the business grows, in turn over all sizes. */
export async function growth(scale: Scale): Promise<Figure[]> {
  const folder = throwAwayFolder();
  const grown: Grown[] = [];
  for (const certificates of sizes(scale.quick)) grown.push(await grow(folder, certificates, scale));
  const costs = new Map<string, number[]>();
  for (let round = 0; round <= scale.rounds; round++) {
    for (const one of grown) {
      const spent = await microsecondsEach(one, scale.works, round);
      if (round === 0) continue;
      for (const [what, cost] of Object.entries(spent)) {
        const name = `${what} with ${one.certificates} certificates`;
        costs.set(name, [...(costs.get(name) ?? []), cost]);
      }
    }
  }
  for (const { house } of grown) await house.close();
  rmSync(folder, { recursive: true, force: true });
  const least = sizes(scale.quick)[0] ?? 0;
  return [...costs].map(([name, spent]) => {
    const first = costs.get(name.replace(/with \d+/, `with ${least}`)) ?? [];
    const both = { name, unit: 'µs', value: median(spent), baseline: median(first) };
    return figure({ ...both, aim: { of: 'ratio', atMost: 1.3 } });
  });
}

async function grow(folder: string, certificates: number, { works, rounds }: Scale): Promise<Grown> {
  const file = join(folder, `${certificates}.db`);
  const secret = randomBytes(32);
  await (await openHouse(`file:${file}`, secret)).close();
  fillWithPast(file, certificates);
  const house = await openHouse(`file:${file}`, secret);
  const purchase = await kinds.purchase.prepare(house, works * (rounds + 1));
  return { certificates, house, prepared: { purchase, redemption: await kinds.redemption.prepare(house, 50) } };
}

async function microsecondsEach({ house, prepared }: Grown, works: number, round: number) {
  const { operations } = house;
  const own = prepared.purchase.slice(round * works, (round + 1) * works);
  const call = async (index: number) => {
    const sid = newCallSid();
    const caller = callerOf(index);
    await operations.startCall({ sid, caller });
    const member = { number: '100001' };
    await operations.signIn({ member, caller, pin: '2580', attempt: `${sid}:2` });
    await operations.findShop('101');
    await operations.endCall(sid);
  };
  const spent = (rate: number) => 1_000_000 / rate;
  return {
    "a call's questions": spent(await rateOf(works, call)),
    'a purchase': spent(await rateOf(own.length, (index) => kinds.purchase.does(house, own[index] ?? ''))),
    'a redemption': spent(
      await rateOf(works, (index) => kinds.redemption.does(house, prepared.redemption[index % 50] ?? '')),
    ),
  };
}
