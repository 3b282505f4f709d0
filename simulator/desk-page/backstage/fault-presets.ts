import type { Fault, FaultAsk } from '../../world/faults.ts';
import type { FaultName } from '../words/ko.ts';

/** Until it is switched off: the largest number of times that the desk takes. */
const times = 1_000_000;

export const faultPresets: Record<Exclude<FaultName, 'voicemail'>, FaultAsk> = {
  slowCards: { party: 'stripe', kind: 'late', delayMs: 6_000, times },
  declined: { party: 'stripe', kind: 'decline', times },
  // Only what changes something: the app looks a lost answer up, and that look must succeed.
  lostAnswers: { party: 'stripe', kind: 'lost-answer', method: 'POST', times },
  slowTexts: { party: 'twilio', kind: 'late', on: 'Messages', delayMs: 5_000, times },
  lostTexts: { party: 'webhooks', kind: 'lost', on: '/sms/incoming', times },
  slowChat: { party: 'telegram', kind: 'late', delayMs: 5_000, times },
  busyChat: { party: 'telegram', kind: 'status-429', on: 'send', retryAfterSeconds: 3, times },
  lostChatAnswers: { party: 'telegram', kind: 'lost-answer', on: 'send', times },
  slowMail: { party: 'smtp', kind: 'late', delayMs: 6_000, times },
  mailLater: { party: 'smtp', kind: 'refused-for-now', times },
  mailUnknown: { party: 'smtp', kind: 'mailbox-unknown', times },
  lostMailAnswers: { party: 'smtp', kind: 'lost-answer', times },
  doubledMail: { party: 'smtp', kind: 'duplicate', times },
  doubled: { party: 'webhooks', kind: 'duplicate', times },
};

/** As the panel shows them, under their headings. */
export const faultGroups = {
  cards: ['slowCards', 'declined', 'lostAnswers'],
  phones: ['slowTexts', 'lostTexts', 'voicemail'],
  chat: ['slowChat', 'busyChat', 'lostChatAnswers'],
  mail: ['slowMail', 'mailLater', 'mailUnknown', 'lostMailAnswers', 'doubledMail'],
  app: ['doubled'],
} as const satisfies Record<string, FaultName[]>;

/** The fault that a preset has put up, if it is on. */
export function findPreset(faults: readonly Fault[], preset: FaultAsk): Fault | undefined {
  return faults.find(
    ({ party, kind, on, method, left }) =>
      left > 0 && party === preset.party && kind === preset.kind && on === preset.on && method === preset.method,
  );
}
