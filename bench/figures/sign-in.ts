import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { throwAwayFolder } from '../../scripts/programs.ts';
import { type Figure, figure } from '../figure.ts';
import { type House, openHouse } from '../house.ts';
import { inTurn, rateOf, type Scale } from '../rounds.ts';
import { callerOf } from './dialogue.ts';

/** Nobody can hear by the time it takes whether a member or an account is there. */
const alike = { of: 'ratio', atLeast: 0.8, atMost: 1.25 } as const;

/** Whoever tries to get in as somebody who is not there, against a wrong secret of somebody who is. */
export async function signIn(scale: Scale): Promise<Figure[]> {
  const folder = throwAwayFolder();
  const house = await openHouse(`file:${join(folder, 'giftline.db')}`, randomBytes(32));
  try {
    const tries = (who: string) => () => rateOf(scale.works, () => triesPin(house, who));
    const pins = await inTurn(scale.rounds, tries('999999'), tries('100001'));
    const enters = (who: string) => () => rateOf(scale.works / 10, () => triesPassword(house, who));
    const passwords = await inTurn(scale.rounds, enters('nobody@shop.example'), enters('park@halla.example'));
    return [
      figure({ name: 'a PIN of a member who is not there, against a wrong one', unit: '/s', ...pins, aim: alike }),
      figure({ name: 'an address that nobody has, against a wrong password', unit: '/s', ...passwords, aim: alike }),
    ];
  } finally {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const often = 10;
let tried = 0;

/** Every few tries what was counted is forgotten, or else doors close. */
async function counted(house: House): Promise<number> {
  if (tried % often === 0) await house.store.transaction((tx) => tx.attempt.deleteMany({}));
  tried += 1;
  return tried;
}

async function triesPin(house: House, number: string): Promise<void> {
  const caller = callerOf(await counted(house));
  const { kind } = await house.operations.signIn({ member: { number }, caller, pin: '9999', attempt: randomUUID() });
  if (kind !== 'wrong-pin') throw new Error(`a wrong PIN was ${kind}`);
}

async function triesPassword(house: House, email: string): Promise<void> {
  const from = `198.51.100.${(await counted(house)) % 200}`;
  const { kind } = await house.operations.signInAccount({ email, password: 'a guess', from });
  if (kind !== 'wrong') throw new Error(`a wrong password was ${kind}`);
}
