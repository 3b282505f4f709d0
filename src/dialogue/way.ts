/** Where an outcome leads. */
export type Way<Step extends string> = Step | Told<Step> | Again;

export interface Told<Step extends string> {
  to: Step;
  /** A refusal is one of the three wrong answers that a step bears. */
  counts: boolean;
}

/** Only where nothing is listened for: says what the step says while it waits, and asks again. */
export interface Again {
  again: true;
}

/** Leads to a step, where the outcome is put into words first. */
export const told = <Step extends string>(to: Step): Told<Step> => ({ to, counts: false });

/** Like `told`, and counted as a wrong answer to the step that refused. */
export const refused = <Step extends string>(to: Step): Told<Step> => ({ to, counts: true });

export const again: Again = { again: true };

export function stepOf<Step extends string>(way: Way<Step>): Step | null {
  if (typeof way === 'string') return way;
  return 'again' in way ? null : way.to;
}
