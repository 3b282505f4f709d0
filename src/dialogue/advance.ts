import type { Flow, KindOf, Outcomes, Row } from './table.ts';
import { type Answer, type FormFault, type Heard, understand } from './understand.ts';
import { stepOf, type Way } from './way.ts';

/** Where a conversation stands. */
export interface Position {
  step: string;
  turn: number;
  /** How often the step has asked again by itself. */
  round: number;
  /** Wrong or empty answers, by the step that refused them. */
  wrong: Readonly<Record<string, number>>;
}

/** An outcome that the next prompt begins with. `telling`: 2 when the same step refuses a second time. */
interface Notice<Outcome extends { kind: string }> {
  outcome: Outcome | { kind: FormFault };
  telling: number;
}

interface Done<Memory, Outcome extends { kind: string }> {
  memory: Memory;
  outcome: Outcome;
}

/** What the table can do. Each gets the memory, the turn's number, and the answer where one was listened for. */
export type Actions<Memory, O extends Outcomes, Outcome extends { kind: string }> = {
  readonly [A in keyof O]: (
    memory: Memory,
    turn: number,
    answer: Answer | null,
  ) => Promise<Done<Memory, Extract<Outcome, { kind: KindOf<O, A> }>>>;
};

export interface Arrival<Memory, Step extends string, Prompt extends string, Outcome extends { kind: string }> {
  position: Position & { step: Step };
  memory: Memory;
  row: Row<Step, Prompt, Outcomes>;
  notices: Notice<Outcome>[];
  /** What happened on the way, for the log: outcomes, never answers. */
  passed: { step: Step; outcome: string }[];
}

const mostWrong = 3;
/** Steps passed in one turn. A table that needs more goes in circles. */
const mostHops = 12;

export function conversation<
  Memory,
  Step extends string,
  Prompt extends string,
  O extends Outcomes,
  Outcome extends { kind: string },
>(table: Flow<Step, Prompt, O>, actions: Actions<Memory, O, Outcome>) {
  type Here = Arrival<Memory, Step, Prompt, Outcome>;
  const rowOf = (step: Step): Row<Step, Prompt, Outcomes> => table.steps[step];
  const isStep = (step: string): step is Step => Object.hasOwn(table.steps, step);

  /** Begins at one of the table's starts. */
  async function begin(step: Step, memory: Memory): Promise<Here> {
    const position = { step, turn: 0, round: 0, wrong: {} };
    return enter({ position, memory, row: rowOf(step), notices: [], passed: [] }, step);
  }

  /** One turn: what was heard leads to the next thing to say. Pure but for the actions. */
  async function advance(position: Position, memory: Memory, heard: Heard): Promise<Here> {
    const { step } = position;
    if (!isStep(step)) throw new Error(`no such step: ${step}`);
    const here: Here = {
      position: { ...position, step, turn: position.turn + 1 },
      memory,
      row: rowOf(step),
      notices: [],
      passed: [],
    };
    if (here.position.turn > table.mostTurns) return tooManyTurns(here);
    return 'listen' in here.row && here.row.listen ? answered(here, here.row, heard) : work(here);
  }

  async function answered(here: Here, row: Extract<Here['row'], { listen: object }>, heard: Heard): Promise<Here> {
    const understood = understand(row.listen, heard);
    if (understood.kind === 'repeat') return pass(here, 'repeat');
    if (understood.kind === 'back') {
      if (row.back === undefined) return refuse(here, { kind: 'wrong-key' }, here.position.step);
      return enter(pass(here, 'back'), row.back);
    }
    if (understood.kind === 'fault') {
      const silent = understood.fault === 'empty' || understood.fault === 'no-recording';
      if (silent && row.silence !== undefined) return enter(pass(here, 'silence'), row.silence);
      return refuse(here, { kind: understood.fault }, here.position.step);
    }
    if (row.do !== undefined) return act(here, row.do, row.then, understood.answer);
    const chosen = understood.answer.kind === 'chosen' ? understood.answer.chosen : '';
    return follow(here, { kind: chosen }, row.then);
  }

  async function work(here: Here): Promise<Here> {
    if (!('do' in here.row) || here.row.do === undefined) throw new Error(`${here.position.step} is over`);
    return act(here, here.row.do, here.row.then, null);
  }

  async function act(here: Here, action: string, ways: Ways<Step>, answer: Answer | null): Promise<Here> {
    const { memory, outcome } = await actions[action as keyof O](here.memory, here.position.turn, answer);
    return follow({ ...here, memory }, outcome, ways);
  }

  async function follow(here: Here, outcome: Outcome | { kind: string }, ways: Ways<Step>): Promise<Here> {
    const way = Object.hasOwn(ways, outcome.kind) ? ways[outcome.kind] : undefined;
    if (way === undefined) throw new Error(`${here.position.step} has no way for ${outcome.kind}`);
    const to = stepOf(way);
    if (to === null) return askAgain(here, outcome.kind);
    if (typeof way === 'string') return enter(succeed(pass(here, outcome.kind)), to);
    const told = outcome as Outcome;
    if ('counts' in way && way.counts) return refuse(here, told, to);
    const calmed = succeed(pass(here, outcome.kind));
    return enter({ ...calmed, notices: [...calmed.notices, { outcome: told, telling: 1 }] }, to);
  }

  async function refuse(here: Here, outcome: Outcome | { kind: FormFault }, to: Step): Promise<Here> {
    const { step, wrong } = here.position;
    const count = (wrong[step] ?? 0) + 1;
    const counted = pass({ ...here, position: { ...here.position, wrong: { ...wrong, [step]: count } } }, outcome.kind);
    if (count >= mostWrong) return enter({ ...counted, notices: [] }, table.enough);
    const telling = { ...counted, notices: [...counted.notices, { outcome, telling: count }] };
    return to === step ? telling : enter(telling, to);
  }

  async function askAgain(here: Here, outcome: string): Promise<Here> {
    const { row } = here;
    if (!('tooLong' in row)) throw new Error(`${here.position.step} cannot ask again`);
    const round = here.position.round + 1;
    if (round >= row.rounds) return enter(pass(here, 'too-long'), row.tooLong);
    return pass({ ...here, position: { ...here.position, round } }, outcome);
  }

  /** Where an answer is waited for, only that step's own ending knows what can be said of it. */
  function tooManyTurns(here: Here): Promise<Here> {
    return enter(pass(here, 'too-many-turns'), 'tooLong' in here.row ? here.row.tooLong : table.enough);
  }

  async function enter(from: Here, step: Step): Promise<Here> {
    if (from.passed.length > mostHops) throw new Error(`going in circles at ${step}`);
    const row = rowOf(step);
    const here: Here = { ...from, row, position: { ...from.position, step, round: 0 } };
    if ('end' in row) return pass(here, 'ended');
    const first =
      row.first === undefined ? null : await actions[row.first as keyof O](here.memory, here.position.turn, null);
    const ready = first ? { ...here, memory: first.memory } : here;
    return row.listen ? ready : work(ready);
  }

  return { begin, advance };
}

type Ways<Step extends string> = Readonly<Record<string, Way<Step>>>;

function pass<H extends { position: { step: string }; passed: { step: string; outcome: string }[] }>(
  here: H,
  outcome: string,
): H {
  return { ...here, passed: [...here.passed, { step: here.position.step, outcome }] };
}

/** A step that went well forgets its wrong answers. */
function succeed<H extends { position: Position }>(here: H): H {
  const { [here.position.step]: _forgotten, ...wrong } = here.position.wrong;
  return { ...here, position: { ...here.position, wrong } };
}
