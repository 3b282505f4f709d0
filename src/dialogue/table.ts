import type { Listen, OneKey } from './listen.ts';
import type { Way } from './way.ts';

/** Each action with the kinds of outcome it can have. */
export type Outcomes = Readonly<Record<string, readonly string[]>>;
export type KindOf<O extends Outcomes, A extends keyof O> = O[A][number];

type Ways<Kind extends string, Step extends string> = { readonly [K in Kind]: Way<Step> };

/** Done on arrival, before anything is said; it leads nowhere. */
interface Arriving<O extends Outcomes> {
  first?: keyof O & string;
}

interface Asking<Step extends string, Prompt extends string, O extends Outcomes> extends Arriving<O> {
  say: Prompt;
  /** Where `*` leads. */
  back?: Step;
  /** Where silence leads, at a step that needs no answer. Elsewhere silence is a wrong answer. */
  silence?: Step;
}

/** Says, listens, and goes by the key alone. */
interface ChoiceRow<Step extends string, Prompt extends string, O extends Outcomes> extends Asking<Step, Prompt, O> {
  listen: OneKey;
  do?: never;
  then: Readonly<Record<string, Way<Step>>>;
}

/** Says, listens, does, and goes by the outcome. */
type QuestionRow<Step extends string, Prompt extends string, O extends Outcomes> = {
  [A in keyof O & string]: Asking<Step, Prompt, O> & { listen: Listen; do: A; then: Ways<KindOf<O, A>, Step> };
}[keyof O & string];

/**
 * Does at once, without listening. With `again` it asks anew, so many rounds at most, and says something in every so
 * manieth of them: the others pass in silence.
 */
type WorkRow<Step extends string, Prompt extends string, O extends Outcomes> = {
  [A in keyof O & string]: Arriving<O> & {
    listen?: never;
    do: A;
    then: Ways<KindOf<O, A>, Step>;
    say: Prompt;
    rounds: number;
    saysEvery: number;
    tooLong: Step;
  };
}[keyof O & string];

/** Says, and ends. */
interface EndRow<Prompt extends string> {
  say: Prompt;
  end: true;
}

export type Row<Step extends string, Prompt extends string, O extends Outcomes> =
  | ChoiceRow<Step, Prompt, O>
  | QuestionRow<Step, Prompt, O>
  | WorkRow<Step, Prompt, O>
  | EndRow<Prompt>;

export interface Flow<Step extends string, Prompt extends string, O extends Outcomes> {
  outcomes: O;
  /** Where a conversation can begin. */
  starts: readonly Step[];
  /** The ending after three wrong or empty answers to one step, or after `mostTurns`. */
  enough: Step;
  /** So that every conversation ends, whatever is answered. */
  mostTurns: number;
  steps: { readonly [S in Step]: Row<NoInfer<Step>, Prompt, O> };
}
