import type { Utterance } from '../phone-network/calls/call-view.ts';

/** A little faster than a browser's reading voice: prompts are spoken, not read out. */
const rate = 1.08;

const sameLanguage = (one: string, other: string): boolean =>
  one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase();

/** The browser's own voice, if it has one. A language that it has no voice for is left to the captions. */
export class Speaker {
  muted = false;
  readonly #synthesis = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;

  constructor() {
    // Browsers load their voices only when they are first asked for.
    this.#synthesis?.getVoices();
  }

  say({ text, language }: Utterance): void {
    if (this.muted || this.#synthesis === null || text === '') return;
    const voices = this.#synthesis.getVoices();
    const voice = voices.find((one) => sameLanguage(one.lang, language));
    if (voices.length > 0 && !voice) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.rate = rate;
    if (voice) utterance.voice = voice;
    this.#synthesis.speak(utterance);
  }

  hush(): void {
    this.#synthesis?.cancel();
  }
}
