import type { Flow, Outcomes, Row } from './table.ts';
import { stepOf, type Way } from './way.ts';

type AnyFlow = Flow<string, string, Outcomes>;
type AnyRow = Row<string, string, Outcomes>;

export class BrokenFlow extends Error {}

/** Throws `BrokenFlow` with every fault of the table. */
export function checkFlow(flow: AnyFlow): void {
  const faults = [...unknownSteps(flow), ...wrongOutcomes(flow)];
  // Paths can be followed only where every step is known.
  if (faults.length === 0) faults.push(...strayPaths(flow));
  if (faults.length > 0) throw new BrokenFlow(faults.join('\n'));
}

/** The steps that a row leads to by itself: not where too many wrong answers lead. */
function leadsTo(row: AnyRow): string[] {
  if ('end' in row) return [];
  const ways = Object.values<Way<string>>(row.then).map(stepOf);
  const others = row.listen ? [row.back, row.silence] : [row.tooLong];
  return [...ways, ...others].filter((step) => typeof step === 'string');
}

function unknownSteps(flow: AnyFlow): string[] {
  const known = (step: string) => Object.hasOwn(flow.steps, step);
  const named = [...flow.starts, flow.enough].filter((step) => !known(step));
  const led = Object.entries(flow.steps).flatMap(([step, row]) =>
    leadsTo(row)
      .filter((to) => !known(to))
      .map((to) => `${step} leads to ${to}, which is no step`),
  );
  const faults = [...named.map((step) => `${step} is named but is no step`), ...led];
  const ending = flow.steps[flow.enough];
  if (ending && !('end' in ending)) faults.push(`${flow.enough} must be an ending`);
  if (flow.starts.length === 0) faults.push('no step to start with');
  return faults;
}

function wrongOutcomes(flow: AnyFlow): string[] {
  return Object.entries(flow.steps).flatMap(([step, row]) => {
    if ('end' in row) return [];
    const faults =
      row.first !== undefined && !Object.hasOwn(flow.outcomes, row.first) ? [`${step}: no action ${row.first}`] : [];
    const given = outcomesOf(flow, row);
    if (!given) return [...faults, `${step}: no action ${row.do}`];
    const mapped = Object.keys(row.then);
    const again = Object.values<Way<string>>(row.then).some((way) => stepOf(way) === null);
    if (row.listen && again) faults.push(`${step} listens, so it cannot ask again by itself`);
    return [
      ...faults,
      ...given.filter((kind) => !mapped.includes(kind)).map((kind) => `${step}: the outcome ${kind} has no way`),
      ...mapped.filter((kind) => !given.includes(kind)).map((kind) => `${step}: there is no outcome ${kind}`),
    ];
  });
}

function outcomesOf(flow: AnyFlow, row: Exclude<AnyRow, { end: true }>): readonly string[] | undefined {
  if (row.do !== undefined) return Object.hasOwn(flow.outcomes, row.do) ? flow.outcomes[row.do] : undefined;
  return Object.values(row.listen.keys);
}

function strayPaths(flow: AnyFlow): string[] {
  const steps = Object.keys(flow.steps);
  const reached = closure(flow.starts.concat(flow.enough), (step) => next(flow, step));
  const endings = steps.filter((step) => isEnding(flow, step));
  const canEnd = closure(endings, (step) => steps.filter((from) => next(flow, from).includes(step)));
  return [
    ...steps.filter((step) => !reached.has(step)).map((step) => `${step} cannot be reached`),
    ...steps.filter((step) => !canEnd.has(step)).map((step) => `${step} has no way out`),
  ];
}

const isEnding = (flow: AnyFlow, step: string): boolean => {
  const row = flow.steps[step];
  return row !== undefined && 'end' in row;
};

const next = (flow: AnyFlow, step: string): string[] => {
  const row = flow.steps[step];
  return row ? leadsTo(row) : [];
};

function closure(from: readonly string[], nextOf: (step: string) => string[]): Set<string> {
  const seen = new Set(from);
  const open = [...from];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const to of nextOf(step)) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}

/** The kinds of outcome that some row puts into words, so that a channel can see at start that it has words for each. */
export function toldKinds(flow: AnyFlow): string[] {
  const told = Object.values(flow.steps).flatMap((row) =>
    'end' in row
      ? []
      : Object.entries<Way<string>>(row.then).filter(([, way]) => typeof way === 'object' && 'to' in way),
  );
  return [...new Set(told.map(([kind]) => kind))];
}
