import type { WrittenLanguage } from './language.ts';

/** On the button in a chat by which somebody chooses a PIN for the first time: below a coupon, and in the settings. */
export const makePinLabel: Record<WrittenLanguage, string> = {
  ko: 'PIN 만들기',
  en: 'Make a PIN',
  ja: 'PINを決める',
};
