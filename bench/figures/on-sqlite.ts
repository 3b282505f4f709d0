import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { throwAwayFolder } from '../../scripts/programs.ts';
import { type Figure, figure } from '../figure.ts';
import { openHouse } from '../house.ts';
import { type Kind, kinds } from '../kinds.ts';
import { rawSqlite } from '../raw-sqlite.ts';
import { inTurn, rateOf, type Scale } from '../rounds.ts';

/** Operations in this process against better-sqlite3 writing the same rows. */
export async function onSqlite(scale: Scale): Promise<Figure[]> {
  const purchases = await compared(scale, kinds.purchase);
  const redemptions = await compared(scale, kinds.redemption);
  const downloads = await compared(scale, kinds.download);
  return [
    figure({ name: 'purchase commits, SQLite', unit: '/s', ...purchases, aim: { of: 'ratio', atLeast: 0.1 } }),
    figure({ name: 'redemptions, SQLite', unit: '/s', ...redemptions, aim: { of: 'ratio', atLeast: 0.2 } }),
    figure({ name: 'downloads of one contested campaign, SQLite', unit: '/s', ...downloads }),
  ];
}

async function compared(scale: Scale, { prepare, does, writes }: Kind) {
  const folder = throwAwayFolder();
  const file = join(folder, 'ours.db');
  const secret = randomBytes(32);
  const preparing = await openHouse(`file:${file}`, secret);
  const prepared = await prepare(preparing, scale.works * (scale.rounds + 1));
  await preparing.close();
  copyFileSync(file, join(folder, 'raw.db'));
  const house = await openHouse(`file:${file}`, secret);
  const raw = rawSqlite(join(folder, 'raw.db'));
  // The baseline repeats what we wrote, so it comes after us in each pair.
  let done: string[] = [];
  const ours = async (round: number) => {
    done = [];
    const own = prepared.slice(round * scale.works, (round + 1) * scale.works);
    return rateOf(own.length, async (index) => done.push(await does(house, own[index] ?? '')));
  };
  const theirs = async () => raw.rate(await Promise.all(done.map((one) => writes(house, one))));
  const both = await inTurn(scale.rounds, ours, theirs);
  await house.close();
  raw.close();
  rmSync(folder, { recursive: true, force: true });
  return both;
}
