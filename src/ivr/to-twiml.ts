import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { Listen } from '../dialogue/listen.ts';
import type { Utterance } from '../wording/spoken/utterance.ts';
import { voices } from '../wording/spoken/voices.ts';

/** What a caller hears, and what becomes of the line then. */
export type Turn =
  | { kind: 'listen'; say: readonly Utterance[]; listen: Listen; action: string }
  | { kind: 'wait'; say: readonly Utterance[]; action: string }
  | { kind: 'end'; say: readonly Utterance[] };

/** Many callers hold the phone away to press. */
const keyTimeoutSeconds = 10;
/** Silence that ends a recording. */
const recordTimeoutSeconds = 5;
const waitSeconds = 1;

/** Source of verbs and attributes: https://www.twilio.com/docs/voice/twiml */
export function toTwiml(turn: Turn): string {
  const response = new VoiceResponse();
  if (turn.kind === 'listen') listenFor(response, turn);
  else sayAll(response, turn.say);
  if (turn.kind === 'wait') response.pause({ length: waitSeconds });
  if (turn.kind === 'end') response.hangup();
  // Behind Gather and Record: whatever they fall through with is an empty answer.
  else response.redirect({ method: 'POST' }, turn.action);
  return response.toString();
}

function listenFor(response: VoiceResponse, { say, listen, action }: Extract<Turn, { kind: 'listen' }>): void {
  if (listen.kind === 'recording') {
    sayAll(response, say);
    response.record({
      action,
      method: 'POST',
      maxLength: listen.mostSeconds,
      finishOnKey: '#*',
      playBeep: true,
      timeout: recordTimeoutSeconds,
    });
    return;
  }
  const keys = listen.kind === 'one-key' ? { numDigits: 1, finishOnKey: '' } : { finishOnKey: '#' };
  const timeout = keyTimeoutSeconds;
  // Speech stands inside Gather, so that every key interrupts it.
  sayAll(
    response.gather({ input: ['dtmf'], action, method: 'POST', timeout, actionOnEmptyResult: true, ...keys }),
    say,
  );
}

type Speaker = Pick<VoiceResponse, 'say'>;

function sayAll(speaker: Speaker, said: readonly Utterance[]): void {
  for (const { text, language } of said) speaker.say(voices[language], text);
}
