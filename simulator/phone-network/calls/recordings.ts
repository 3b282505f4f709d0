import { newSid } from '../../world/ids.ts';
import { Newest } from '../../world/newest.ts';
import type { World } from '../../world/world.ts';

export interface Recording {
  sid: string;
  callSid: string;
  seconds: number;
  createdAt: Date;
}

const recordingLimit = 1_000;
const sampleRate = 8_000;
/** Longer recordings are kept by their length; the sound of them is cut here (4.8 MB). */
const soundLimitSeconds = 300;

/** A soft tone as a WAV file: 8 kHz, 16 bits, mono, as telephone recordings are. */
export function toWav(seconds: number): Buffer {
  const samples = Math.round(Math.min(seconds, soundLimitSeconds) * sampleRate);
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    wav.writeInt16LE(Math.round(6_000 * Math.sin((2 * Math.PI * 440 * index) / sampleRate)), 44 + index * 2);
  }
  return wav;
}

export class RecordingShelf {
  readonly #world: World;
  readonly #newest = new Newest<Recording>(recordingLimit);

  constructor(world: World) {
    this.#world = world;
  }

  keep(callSid: string, seconds: number): Recording {
    return this.#newest.add({ sid: newSid('RE'), callSid, seconds, createdAt: this.#world.now() });
  }

  find(sid: string): Recording | undefined {
    return this.#newest.all().find((recording) => recording.sid === sid);
  }

  urlOf(sid: string): string {
    const { accountSid } = this.#world.settings.twilio;
    return `${this.#world.ownUrl()}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
  }
}
