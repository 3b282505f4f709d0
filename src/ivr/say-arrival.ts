import type { Arrival } from '../dialogue/advance.ts';
import type { PromptForm, PromptName } from '../wording/spoken/prompts.ts';
import { isNotice, spaced, speakNotice, speakPrompt } from '../wording/spoken/speak.ts';
import type { SpokenLanguage, Utterance } from '../wording/spoken/utterance.ts';
import type { CallMemory } from './call-memory.ts';
import type { CallOutcome } from './outcomes.ts';
import { promptFacts } from './prompt-facts.ts';
import type { CallStep } from './purchase-call.ts';

export type CallArrival = Arrival<CallMemory, CallStep, PromptName, CallOutcome>;

/** What is said on arriving at a step: the outcome first, in words of its own, then the prompt. */
export function sayArrival(arrival: CallArrival, caller: string): Utterance[] {
  const { row, memory, notices, position } = arrival;
  const { language } = memory;
  const told = notices.flatMap(({ outcome, telling }) => {
    if (!isNotice(outcome)) throw new Error(`no words for ${outcome.kind}`);
    return speakNotice(language, outcome, telling);
  });
  if (isQuiet(row, position.round)) return spaced(told);
  return spaced([...told, ...sayPrompt(row.say, language, formOf(arrival), memory, caller)]);
}

/** A caller who waits for an answer is not spoken to in every round. */
const isQuiet = (row: CallArrival['row'], round: number): boolean => 'saysEvery' in row && round % row.saysEvery !== 0;

const hasSaid = (row: CallArrival['row'], round: number): boolean => 'saysEvery' in row && round > row.saysEvery;

function formOf({ row, memory, notices, position, passed }: CallArrival): PromptForm {
  if (notices.length > 0 || hasSaid(row, position.round)) return 'again';
  // Who asks to hear a short prompt again wants to hear more.
  if (passed.at(-1)?.outcome === 'repeat') return 'first';
  return knowsTheCall(memory) ? 'short' : 'first';
}

/** Before the PIN it is the telephone that tells; then the member, wherever they call from. */
const knowsTheCall = ({ member, last, returning }: CallMemory): boolean =>
  member === null ? returning : last !== null;

/** Said instead of an answer that could not be found. */
export const sayApology = (memory: CallMemory, caller: string): Utterance[] =>
  sayPrompt('apology', memory.language, 'first', memory, caller);

function sayPrompt<K extends PromptName>(
  name: K,
  language: SpokenLanguage,
  form: PromptForm,
  memory: CallMemory,
  caller: string,
): Utterance[] {
  return speakPrompt(language, name, form, promptFacts[name](memory, caller));
}
