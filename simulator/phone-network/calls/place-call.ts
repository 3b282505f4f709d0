import type { World } from '../../world/world.ts';
import { tellApp } from '../ask-app.ts';
import { Call, type RingOutcome } from './call.ts';
import type { CallNetwork } from './call-network.ts';
import { callParams } from './call-params.ts';
import { checkDocument } from './fetch-document.ts';
import { runCall } from './run-call.ts';

export interface PlaceCallAsk {
  to: string;
  from: string;
  url: string | null;
  method: 'GET' | 'POST';
  twiml: string | null;
  statusCallback: string | null;
  events: string[];
  machineDetection: 'Enable' | 'DetectMessageEnd' | null;
  timeoutSeconds: number;
}

const statusAfterRing = { declined: 'busy', 'no-answer': 'no-answer', canceled: 'canceled' } as const;

/** Tells the app of a step of an outgoing call, if it asked for that step. */
function teller(world: World, call: Call, ask: PlaceCallAsk): (event: string) => Promise<void> {
  let sequence = 0;
  return async (event) => {
    if (ask.statusCallback === null || !ask.events.includes(event) || world.closing.aborted) return;
    const params: Record<string, string> = {
      ...callParams(call),
      Timestamp: world.now().toUTCString().replace('GMT', '+0000'),
      SequenceNumber: String(sequence),
      CallbackSource: 'call-progress-events',
    };
    sequence += 1;
    if (event === 'completed') Object.assign(params, { CallDuration: String(call.durationSeconds), Duration: '1' });
    await tellApp(world, ask.statusCallback, params);
  };
}

function answeredBy(ask: PlaceCallAsk, outcome: RingOutcome & { kind: 'answered' }): string | null {
  if (ask.machineDetection === null) return null;
  if (outcome.as === 'human') return 'human';
  return ask.machineDetection === 'Enable' ? 'machine_start' : 'machine_end_beep';
}

export function newOutgoingCall(network: CallNetwork, ask: PlaceCallAsk): Call {
  const clock = network.world.settings.outgoingClock ?? 'stopped';
  return network.add(new Call(network.world, { from: ask.from, to: ask.to, direction: 'outbound-api', clock }));
}

/** Rings at the phone; when somebody answers, runs the app's document. */
export async function placeCall(network: CallNetwork, call: Call, ask: PlaceCallAsk): Promise<void> {
  const tell = teller(network.world, call, ask);
  const ringing = call.ring(ask.timeoutSeconds);
  await tell('initiated');
  await tell('ringing');
  const outcome = await ringing;
  if (outcome.kind !== 'answered') {
    call.end('app', statusAfterRing[outcome.kind]);
    return tell('completed');
  }
  call.answeredBy = answeredBy(ask, outcome);
  call.start();
  await tell('answered');
  const first =
    ask.twiml === null ? { url: ask.url ?? '', method: ask.method, params: {} } : checkDocument(call, ask.twiml);
  await Promise.race([runCall(network, call, first), call.done]);
  await tell('completed');
}
