// biome-ignore-all lint/suspicious/noThenProperty: a row of a flow says where it leads then; nobody awaits a row
import { type Actions, conversation } from '../../src/dialogue/advance.ts';
import { flow } from '../../src/dialogue/flow.ts';
import { digitsUntilHash, oneKey, recordUpTo, secretUntilHash } from '../../src/dialogue/listen.ts';
import type { Flow } from '../../src/dialogue/table.ts';
import { again, refused, told } from '../../src/dialogue/way.ts';

export const outcomes = {
  open: ['opened', 'locked'],
  climb: ['climbed', 'waiting', 'slipped'],
  keep: ['kept'],
  greet: ['greeted'],
} as const;

export type Step = 'door' | 'code' | 'ladder' | 'voice' | 'top' | 'enough' | 'bye';
type Prompt = string;

/** A conversation with nothing of Giftline in it: a door, a code, a ladder. */
export const ladder: Flow<Step, Prompt, typeof outcomes> = {
  outcomes,
  starts: ['door'],
  enough: 'enough',
  mostTurns: 30,
  steps: {
    door: { first: 'greet', say: 'Door?', listen: oneKey({ 1: 'in', 2: 'out' }), then: { in: 'code', out: 'bye' } },
    code: {
      say: 'Code?',
      listen: secretUntilHash(4, 6),
      do: 'open',
      then: { opened: 'ladder', locked: refused('door') },
      back: 'door',
    },
    ladder: {
      do: 'climb',
      say: 'Climbing.',
      rounds: 3,
      saysEvery: 1,
      tooLong: 'bye',
      then: { climbed: 'voice', waiting: again, slipped: told('code') },
    },
    voice: { say: 'Sing.', listen: recordUpTo(30), do: 'keep', then: { kept: 'top' }, back: 'door' },
    top: { say: 'Number?', listen: digitsUntilHash(3, 3, '0'), do: 'keep', then: { kept: 'bye' }, silence: 'bye' },
    enough: { say: 'Enough.', end: true },
    bye: { say: 'Bye.', end: true },
  },
};

export type Memory = readonly string[];
type Kind = (typeof outcomes)[keyof typeof outcomes][number];
type Outcome = { [K in Kind]: { kind: K } }[Kind];

const toOutcome = <K extends Kind>(kind: K) => ({ kind }) as Extract<Outcome, { kind: K }>;

/** `script`: what `open` and `climb` answer, in turn; the last answer stays. */
export function climbing(
  script: { open?: ('opened' | 'locked')[]; climb?: ('climbed' | 'waiting' | 'slipped')[] } = {},
) {
  const open = [...(script.open ?? ['opened'])];
  const climb = [...(script.climb ?? ['climbed'])];
  const next = <T>(answers: T[], fallback: T): T => (answers.length > 1 ? answers.shift() : answers[0]) ?? fallback;
  const actions: Actions<Memory, typeof outcomes, Outcome> = {
    open: async (memory, _turn, answer) => ({
      memory: answer?.kind === 'digits' ? [...memory, `code of ${answer.digits.length}`] : memory,
      outcome: toOutcome(next(open, 'opened')),
    }),
    climb: async (memory) => ({ memory, outcome: toOutcome(next(climb, 'climbed')) }),
    keep: async (memory, _turn, answer) => ({
      memory:
        answer?.kind === 'chosen'
          ? memory
          : [...memory, answer?.kind === 'digits' ? answer.digits : (answer?.id ?? '')],
      outcome: { kind: 'kept' },
    }),
    greet: async (memory) => ({ memory: [...memory, 'hello'], outcome: { kind: 'greeted' } }),
  };
  return conversation<Memory, Step, Prompt, typeof outcomes, Outcome>(flow(ladder), actions);
}
