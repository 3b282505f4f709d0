import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Utterance } from '../../src/wording/spoken/utterance.ts';
import { hashOf, type KeptSeconds } from './seconds.ts';

const wordsAMinute = '160';
const headerBytes = 44;
const byteRateAt = 28;

/** The seconds of everything that is said: what is kept already stays, what nobody says any more goes. */
export function measure(said: readonly Utterance[], kept: KeptSeconds): KeptSeconds {
  const folder = mkdtempSync(join(tmpdir(), 'giftline-speech-'));
  try {
    const seconds = new Map(
      said.map((one) => {
        const hash = hashOf(one);
        return [hash, kept[hash] ?? speak(one, join(folder, 'speech.wav'))];
      }),
    );
    return Object.fromEntries([...seconds].sort(([one], [other]) => (one < other ? -1 : 1)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The whole sound, the pause at its end included. */
function speak({ text, language }: Utterance, file: string): number {
  const args = ['-v', language, '-s', wordsAMinute, '-w', file, '--stdin'];
  const { status, error, stderr } = spawnSync('espeak-ng', args, { input: text, encoding: 'utf8' });
  if (error) throw new Error('espeak-ng is needed to measure new words: apt-get install espeak-ng', { cause: error });
  if (status !== 0) throw new Error(`espeak-ng failed: ${stderr}`);
  const sound = readFileSync(file);
  return Number(((sound.length - headerBytes) / sound.readUInt32LE(byteRateAt)).toFixed(2));
}
