import { expect } from 'vitest';
import type { PhoneCall } from '../support/desk.ts';
import { people, test, type World } from '../support/world.ts';

const languages = { ko: [], en: ['8', '2'] } as const;

const cases = [
  { what: 'an amount that the shop does not sell', keys: ['5'], wrong: ['999#', '500001#'], step: 'amount-other' },
  { what: 'an amount of nothing', keys: ['5'], wrong: ['0#', '00#'], step: 'amount-other' },
  { what: 'an amount too long for anybody', keys: ['5'], wrong: ['99999999999#', '1234567890#'], step: 'amount-other' },
  { what: 'a number of a house', keys: ['1'], wrong: ['021234567#', '0641234567#'], step: 'recipient' },
  { what: 'half a number', keys: ['1'], wrong: ['0103000#', '010300000#'], step: 'recipient' },
  { what: 'nothing at all', keys: ['1'], wrong: ['#', '#'], step: 'recipient' },
] as const;

for (const language of ['ko', 'en'] as const) {
  for (const { what, keys, wrong, step } of cases) {
    test(`${what} is explained, the second time in other words (${language})`, async ({ world }) => {
      const call = await upToAmount(world, language);
      for (const key of keys) await call.presses(key);
      expect(call.step).toBe(step);
      const told: string[][] = [call.heard];
      for (const entry of wrong) {
        await call.presses(entry);
        expect([entry, call.step]).toEqual([entry, step]);
        told.push(call.heard);
      }
      const [prompt = [], first = [], second = []] = told;
      expect(first.join(' ').length).toBeGreaterThan(10);
      for (const sentence of first) expect(prompt).not.toContain(sentence);
      expect(second.join(' ')).not.toBe(first.join(' '));
      expect(explanation(second)).not.toBe(explanation(first));
      await call.hangsUp();
    });
  }
}

/** What is said before the prompt is said again. */
const explanation = (heard: string[]): string => heard[0]?.split(/(?<=[.?!])\s/)[0] ?? '';

async function upToAmount(world: World, language: 'ko' | 'en'): Promise<PhoneCall> {
  const call = await world.phone(people.jisu).dials();
  for (const key of [...languages[language], '1', '100001#', '2580#', '101#']) await call.presses(key);
  expect(call.step).toBe('amount');
  return call;
}
