import { advanceCall, beginCall, openState } from '../../src/ivr/answer-call.ts';
import { stateSealer } from '../../src/ivr/seal-state.ts';
import type { SpokenLanguage, Utterance } from '../../src/wording/spoken/utterance.ts';
import { type FakeOperations, fakeOperations } from '../../tests/ivr/fake-operations.ts';

export interface PlayedTurn {
  step: string;
  said: readonly Utterance[];
  /** What the caller presses then; nothing at the end. */
  keys: string;
}

export interface PlayedCall {
  turns: PlayedTurn[];
  /** Every step that was passed, those without words too. */
  road: string[];
}

type Buyer = 'first' | 'repeat';

const keysOf: Record<Buyer, string[]> = {
  first: ['1', '100001#', '2580#', '101#', '3', '01030000001#', '1', '2', '1', ''],
  repeat: ['1', '0#', '2580#', '1#', '3', '1#', '1', '2', '1', ''],
};

/** A whole purchase, played through the channel itself over operations that always say yes. */
export async function playCall(language: SpokenLanguage, buyer: Buyer): Promise<PlayedCall> {
  const operations = operationsFor(language, buyer);
  const call = {
    operations,
    sealer: stateSealer(Buffer.alloc(32)),
    sid: 'CA1',
    caller: '+821020000001',
    called: '+8215880000',
    now: () => new Date(0),
  };
  let turn = await beginCall(call);
  const played: PlayedTurn[] = [];
  for (const keys of keysOf[buyer]) {
    if (turn.kind === 'end') throw new Error('the call ended too soon');
    const { searchParams } = new URL(turn.action, 'http://giftline');
    played.push({ step: searchParams.get('step') ?? '', said: turn.say, keys });
    const state = openState(call, searchParams.get('state') ?? '');
    if (!state) throw new Error('the state of the call does not open');
    turn = await advanceCall(call, state, { kind: 'digits', digits: keys.replace('#', '') });
  }
  if (turn.kind !== 'end') throw new Error('the call did not end');
  const road = [...new Set(operations.turns.map(({ step }) => step))];
  return { turns: [...played, { step: road.at(-1) ?? '', said: turn.say, keys: '' }], road };
}

function operationsFor(language: SpokenLanguage, buyer: Buyer): FakeOperations {
  const operations = fakeOperations();
  Object.assign(operations.state, { language, returning: buyer === 'repeat' });
  const [shop] = operations.state.shops;
  if (buyer === 'repeat' && shop) operations.state.last = { recipientPhone: '+821030000001', shop };
  return operations;
}
