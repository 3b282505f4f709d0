/** The two tones of each key, in Hz. Source: ITU-T Q.23. */
const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];
const keys = '123456789*0#';

const toneSeconds = 0.12;
const volume = 0.04;

let context: AudioContext | null = null;

/** The short beep of a telephone key. */
export function beep(key: string): void {
  const place = keys.indexOf(key);
  if (place < 0 || !('AudioContext' in globalThis)) return;
  context ??= new AudioContext();
  const from = context.currentTime;
  const gain = context.createGain();
  gain.gain.setValueAtTime(volume, from);
  gain.gain.linearRampToValueAtTime(0, from + toneSeconds);
  gain.connect(context.destination);
  for (const hertz of [rows[Math.floor(place / 3)], columns[place % 3]]) {
    const tone = context.createOscillator();
    tone.frequency.value = hertz ?? 0;
    tone.connect(gain);
    tone.start(from);
    tone.stop(from + toneSeconds);
  }
}
