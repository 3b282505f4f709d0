import { createHash } from 'node:crypto';
import type { Utterance } from '../../src/wording/spoken/utterance.ts';

/** Seconds of speech of each utterance, by the hash of its words, as espeak-ng speaks them at 160 words a minute. */
export type KeptSeconds = Readonly<Record<string, number>>;

export const hashOf = ({ text, language }: Utterance): string =>
  createHash('sha256').update(`${language} ${text}`).digest('hex').slice(0, 16);

export const unmeasured = (said: readonly Utterance[], kept: KeptSeconds): Utterance[] =>
  said.filter((one) => kept[hashOf(one)] === undefined);

/** Throws when something of it was never measured. */
export function secondsOf(said: readonly Utterance[], kept: KeptSeconds): number {
  return said.reduce((sum, one) => {
    const seconds = kept[hashOf(one)];
    if (seconds === undefined) throw new Error(`not measured yet, run npm run call-map: “${one.text}”`);
    return sum + seconds;
  }, 0);
}
