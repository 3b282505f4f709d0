import { isPin } from '../../core/members/pin.ts';
import { type Html, lines } from '../html.ts';
import type { Answer } from '../screen.ts';
import type { Step } from '../talk.ts';
import type { Turn } from '../turn.ts';
import { digitsIn, isPhoneLike } from '../typed.ts';
import { question } from './home.ts';

const pinSteps = new Set<Step>(['link-pin', 'old-pin', 'new-pin', 'fetch-pin', 'gift-pin', 'buy-pin']);

export const waitsForPin = ({ talk }: Turn): boolean => talk !== null && pinSteps.has(talk.step);

/** Goes on with a PIN. What is none is told apart, and never counts as a wrong one. */
export function withPin(
  turn: Turn,
  typed: string,
  act: (pin: string) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  const { conversation } = turn.words;
  const digits = digitsIn(typed);
  if (isPin(digits)) return act(digits);
  if (isPhoneLike(typed)) return { screens: [question(turn, conversation.phoneNotPin)], talk: 'same' };
  if (digits === '') return { screens: [question(turn, conversation.pinPlease)], talk: 'same' };
  return {
    screens: [question(turn, lines(conversation.secretTaken, conversation.fourToSix))],
    hide: true,
    talk: 'same',
  };
}

/** What was typed may be a PIN: it is taken out of the chat, whatever comes of it. `before`: what else is said first. */
export function hidden({ words }: Turn, answer: Answer, ...before: Html[]): Answer {
  const [first, ...others] = answer.screens;
  const screens = first
    ? [{ ...first, text: lines(words.conversation.secretTaken, ...before, first.text) }, ...others]
    : [];
  return { ...answer, screens, hide: true };
}
