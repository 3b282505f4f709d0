import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import kept from '../../docs/call-map/seconds.json';
import { allNotices, allPrompts } from '../../scripts/call-map/everything-said.ts';
import { measure } from '../../scripts/call-map/measure.ts';
import { hashOf, type KeptSeconds, secondsOf, unmeasured } from '../../scripts/call-map/seconds.ts';

/** Seconds of speech are those of `espeak-ng -s 160`, kept by the hash of the words; `npm run call-map` measures them. */
const mostSeconds = 12;
const keptSeconds: KeptSeconds = kept;

const everything = () => [...allPrompts(), ...allNotices()];

test('everything that the call can say was measured, and nothing is kept that nobody says any more', () => {
  expect(everything().flatMap(({ said }) => unmeasured(said, kept))).toEqual([]);
  const said = new Set(everything().flatMap((one) => one.said.map(hashOf)));
  expect(Object.keys(kept).filter((hash) => !said.has(hash))).toEqual([]);
});

test('other words have another hash, and so has another voice', () => {
  const [one] = allPrompts()[0]?.said ?? [];
  if (!one) throw new Error('nothing is said');
  expect(unmeasured([{ ...one, text: `${one.text}!` }], kept)).toHaveLength(1);
  expect(unmeasured([{ ...one, language: one.language === 'ko' ? 'en' : 'ko' }], kept)).toHaveLength(1);
  expect(() => secondsOf([{ ...one, text: 'New words.' }], kept)).toThrow(/npm run call-map/);
});

test('no prompt takes longer than 12 seconds, whatever it is told', () => {
  const measured = everything().map((one) => ({ ...one, seconds: secondsOf(one.said, kept) }));
  const [longest] = measured.sort((one, other) => other.seconds - one.seconds);
  process.stdout.write(`the longest: ${longest?.seconds} s, ${longest?.said.map(({ text }) => text).join(' ')}\n`);
  expect(measured.filter(({ seconds }) => seconds > mostSeconds)).toEqual([]);
});

const noSpeech = spawnSync('espeak-ng', ['--version']).status !== 0;

test.skipIf(noSpeech)('what is kept is what espeak-ng takes, where it is installed', () => {
  const said = everything().flatMap((one) => one.said);
  const some = said.filter((_, at) => at % 50 === 0);
  for (const [hash, seconds] of Object.entries(measure(some, {}))) {
    // Versions of espeak-ng differ a little.
    expect(Math.abs(seconds - (keptSeconds[hash] ?? 0))).toBeLessThan(0.05 * seconds + 0.05);
  }
});
