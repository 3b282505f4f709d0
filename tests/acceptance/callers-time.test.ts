import { expect } from 'vitest';
import { openKeys } from '../../src/providers/keys.ts';
import { people, test, type World } from '../support/world.ts';
import { timeOf } from './time-of-a-call.ts';

/** What a caller can be asked to listen to and to press, from the first word to the thanks. */
const budget = { first: 75, repeat: 40, keys: 45, prompt: 12 };

interface Buyer {
  phone: string;
  number: string;
  pin: string;
  shop: string;
  amountKey: string;
  recipient: string;
}

const jisu = { phone: people.jisu, number: '100001', pin: '2580' };
const sora = { phone: people.sora, number: '100003', pin: '3690' };
const usual: Buyer = { ...jisu, shop: '101', amountKey: '3', recipient: '01030000001' };
/** The longest shop's name, amount and card of the demo, and a recipient whose name nobody knows. */
const longest: Buyer = { ...sora, shop: '103', amountKey: '4', recipient: '01030000009' };

/** Presses these keys one after another, without cutting a word short, and listens to the end of the line. */
async function playsOut(world: World, phone: string, entries: string[]) {
  let call = await world.phone(phone).dials();
  for (const entry of entries) call = await call.presses(entry);
  await call.staysSilent();
  expect(call.ended).toBe(true);
  await world.settles();
  return timeOf(call);
}

const first = ({ number, pin, shop, amountKey, recipient }: Buyer): string[] => [
  ...['1', `${number}#`, `${pin}#`, `${shop}#`, amountKey, `${recipient}#`, '1', '2', '1'],
];
const repeat = ({ pin, amountKey }: Buyer): string[] => ['1', '0#', `${pin}#`, '1#', amountKey, '1#', '1', '2', '1'];

test.for([
  ['ko', 'usual', usual],
  ['ko', 'longest', longest],
  ['en', 'usual', usual],
  ['en', 'longest', longest],
] as const)(
  'a whole purchase in %s, with the %s facts, keeps to its seconds and keys',
  async ([language, which, buyer], { world }) => {
    const { phone } = buyer;
    await world.app.store.transaction((tx) => tx.member.update({ where: { phone }, data: { locale: language } }));
    const times = {
      first: await playsOut(world, phone, first(buyer)),
      repeat: await playsOut(world, phone, repeat(buyer)),
    };
    expect(await world.app.store.read.purchase.count()).toBe(2);
    const said = Object.entries(times).map(([name, { seconds, keys }]) => `${name} ${seconds} s and ${keys} keys`);
    process.stdout.write(`${language}, ${which} facts: ${said.join(', ')}\n`);
    expect(times.first.seconds).toBeLessThanOrEqual(budget.first);
    expect(times.repeat.seconds).toBeLessThanOrEqual(budget.repeat);
    for (const { keys, longestSeconds } of Object.values(times)) {
      expect(keys).toBeLessThanOrEqual(budget.keys);
      expect(longestSeconds).toBeLessThanOrEqual(budget.prompt);
    }
  },
);

test('the most keys: a long PIN, an amount of six digits', async ({ world }) => {
  const secrets = openKeys(world.accounts.secret);
  const pinSalt = secrets.newSalt();
  const pin = { pinSalt, pinHash: secrets.pinHash('258025', pinSalt) };
  await world.app.store.transaction((tx) => tx.member.update({ where: { number: '100001' }, data: pin }));
  const [menu, member, , shop] = first(usual);
  const entries = [menu ?? '', member ?? '', '258025#', shop ?? '', '5', '477777#', '01030000001#', '1', '2', '1'];
  const { seconds, keys, longestSeconds } = await playsOut(world, people.jisu, entries);
  process.stdout.write(`the most keys: ${keys}, with an amount of its own that takes long to say: ${seconds} s\n`);
  expect(keys).toBeLessThanOrEqual(budget.keys);
  expect(longestSeconds).toBeLessThanOrEqual(budget.prompt);
});
