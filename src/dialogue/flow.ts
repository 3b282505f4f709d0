import { checkFlow } from './check-flow.ts';
import type { Flow, Outcomes } from './table.ts';

/**
 * A conversation as a table, checked. Throws when a step is unknown, cannot be reached or leads to no ending, or when
 * an outcome has no way or a way no outcome.
 */
export function flow<Step extends string, Prompt extends string, const O extends Outcomes>(
  table: Flow<Step, Prompt, O>,
): Flow<Step, Prompt, O> {
  checkFlow(table);
  return table;
}
