import kept from '../../docs/call-map/seconds.json';
import { secondsOf } from '../../scripts/call-map/seconds.ts';
import type { PhoneCall } from '../support/desk.ts';

/**
 * What a whole call takes, from its first word to its last, when nothing of it is interrupted: seconds of speech, as
 * espeak-ng speaks at 160 words a minute, and keys.
 */
export async function timeOf(call: PhoneCall): Promise<{ seconds: number; keys: number; longestSeconds: number }> {
  const { transcript } = await call.record();
  let keys = 0;
  const turns = [0];
  for (const entry of transcript) {
    if (entry.kind === 'pressed') keys += entry.keys.length;
    if (entry.kind === 'pressed' || entry.kind === 'silence') turns.push(0);
    if (entry.kind !== 'heard') continue;
    const language = entry.language.startsWith('ko') ? 'ko' : 'en';
    turns.push((turns.pop() ?? 0) + secondsOf([{ text: entry.text, language }], kept));
  }
  const seconds = turns.reduce((sum, turn) => sum + turn, 0);
  return { seconds: round(seconds), keys, longestSeconds: round(Math.max(...turns)) };
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;
