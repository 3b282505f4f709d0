import type { SpokenLanguage } from './utterance.ts';

/** The named neural voice of each language. Source: https://www.twilio.com/docs/voice/twiml/say/text-speech */
export const voices = {
  ko: { voice: 'Polly.Seoyeon-Neural', language: 'ko-KR' },
  en: { voice: 'Polly.Joanna-Neural', language: 'en-US' },
} as const satisfies Record<SpokenLanguage, { voice: string; language: string }>;
