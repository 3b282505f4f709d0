import { kept } from './kept.ts';

type Tune = { hertz: number; ms: number }[];

const tunes = {
  scanned: [{ hertz: 1_200, ms: 70 }],
  good: [
    { hertz: 880, ms: 90 },
    { hertz: 1_320, ms: 140 },
  ],
  bad: [{ hertz: 220, ms: 350 }],
} satisfies Record<string, Tune>;

const shakes: Record<keyof typeof tunes, number[]> = { scanned: [40], good: [60, 40, 60], bad: [300] };

let context: AudioContext | null = null;

/** For ears and hands, where the device has sound and shaking and the clerk wants them. */
export function play(name: keyof typeof tunes): void {
  if (kept.quiet()) return;
  // Before anybody has touched the page a browser lets it neither sound nor shake.
  if (navigator.userActivation?.hasBeenActive === false) return;
  navigator.vibrate?.(shakes[name]);
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  let at = context.currentTime;
  for (const { hertz, ms } of tunes[name]) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0.2, at);
    gain.gain.exponentialRampToValueAtTime(0.001, at + ms / 1_000);
    tone.connect(gain).connect(context.destination);
    tone.start(at);
    at += ms / 1_000;
    tone.stop(at);
  }
}
