import { conversation } from '../dialogue/advance.ts';
import type { Heard } from '../dialogue/understand.ts';
import { buying } from './buying.ts';
import type { CallActions, CallContext, CallDuties } from './call-context.ts';
import { type CallMemory, newMemory } from './call-memory.ts';
import { type CallState, packState, unpackState } from './call-state.ts';
import { choosing } from './choosing.ts';
import { canBeGoneOnWith } from './prompt-facts.ts';
import { purchaseCall } from './purchase-call.ts';
import { type CallArrival, sayApology, sayArrival } from './say-arrival.ts';
import type { StateSealer } from './seal-state.ts';
import { signingIn } from './signing-in.ts';
import type { Turn } from './to-twiml.ts';

type Called = CallContext & { sealer: StateSealer };

const conversationOf = (call: CallContext) => {
  const actions: CallActions = { ...signingIn(call), ...choosing(call), ...buying(call) };
  return conversation(purchaseCall, actions);
};

/** The first turn of a call: the menu, or the offer to go on with a purchase that was broken off. */
export async function beginCall(call: Called): Promise<Turn> {
  const { language, returning, broken } = await call.operations.startCall({ sid: call.sid, caller: call.caller });
  const offered = broken && offer(call, broken);
  const arrival = await (offered
    ? conversationOf(call).begin('resume', offered)
    : conversationOf(call).begin('menu', newMemory({ language: language ?? 'ko', returning })));
  return answer(call, { ...arrival, passed: [{ step: arrival.position.step, outcome: 'started' }] }, null);
}

/** A later turn: what was heard leads to the next thing to say. */
export async function advanceCall(call: Called, { position, memory }: CallState, heard: Heard): Promise<Turn> {
  const arrival = await conversationOf(call).advance(position, memory, heard);
  return answer(call, arrival, position.step);
}

/** The turn could not be done. What it would have led to is not known, so the call can only be gone on with from before. */
export function apologise(call: Called, state: CallState | null): Turn {
  const memory = state?.memory ?? newMemory({ language: 'ko', returning: false });
  if (state) {
    const sealed = canBeGoneOnWith(memory) ? seal(call, state) : null;
    logTurn(call, memory, { turn: state.position.turn + 1, step: state.position.step, outcome: 'outage', sealed });
  }
  return { kind: 'end', say: sayApology(memory, call.caller) };
}

/** The state of another call, or one that was changed on the way, is null. */
export function openState({ sealer, sid }: Pick<Called, 'sealer' | 'sid'>, sealed: string): CallState | null {
  const state = sealer.open(sealed, sid);
  return state === null ? null : unpackState(state);
}

const seal = ({ sealer, sid }: Called, state: CallState): string => sealer.seal(packState(state), sid);

type Broken = NonNullable<Awaited<ReturnType<CallDuties['startCall']>>['broken']>;

/** What the broken call knew, not to be used before its member has signed in. Null when it can no longer be read. */
function offer({ sealer }: Called, { sid, sealed, memberId }: Broken): CallMemory | null {
  const state = openState({ sealer, sid }, sealed);
  if (state === null || !canBeGoneOnWith(state.memory)) return null;
  const { memory, position } = state;
  return { ...memory, begunIn: memory.begunIn ?? sid, broken: { sid, memberId, step: position.step } };
}

function answer(call: Called, arrival: CallArrival, cameFrom: string | null): Turn {
  const { row, position, memory } = arrival;
  const say = sayArrival(arrival, call.caller);
  const ended = 'end' in row;
  const sealed = seal(call, { position, memory });
  for (const { step, outcome } of arrival.passed) {
    logTurn(call, memory, { turn: position.turn, step, outcome, sealed: toGoOnFrom(call, arrival, cameFrom, sealed) });
  }
  if (ended) return { kind: 'end', say };
  const action = `/ivr/turn?step=${position.step}&state=${sealed}`;
  return row.listen ? { kind: 'listen', say, listen: row.listen, action } : { kind: 'wait', say, action };
}

/** The state to keep for a caller who is cut off now. After an ending it is the step before it. */
function toGoOnFrom(
  call: Called,
  { row, memory, position }: CallArrival,
  cameFrom: string | null,
  sealed: string,
): string | null {
  if (!canBeGoneOnWith(memory)) return null;
  if (!('end' in row)) return sealed;
  return cameFrom === null ? null : seal(call, { memory, position: { ...position, step: cameFrom } });
}

type Logged = { turn: number; step: string; outcome: string; sealed: string | null };

function logTurn(call: Called, memory: CallMemory, logged: Logged): void {
  const memberId = memory.broken ? null : (memory.member?.id ?? null);
  const { sid, caller, called } = call;
  call.operations.logTurn({ ...logged, sid, caller, called, language: memory.language, memberId });
}
