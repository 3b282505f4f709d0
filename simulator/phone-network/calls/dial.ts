import { judgeNumber } from '../numbers.ts';
import { type Element, textOf } from '../twiml/parse.ts';
import { Call, type Input } from './call.ts';
import { type Step, toAction, type VerbRun } from './step.ts';

const defaultTimeoutSeconds = 30;

const dialStatus = { answered: 'completed', declined: 'busy', 'no-answer': 'no-answer', canceled: 'canceled' } as const;

function numberIn(verb: Element): string {
  const noun = verb.children.find((child): child is Element => typeof child !== 'string' && child.name === 'Number');
  return textOf(noun ?? verb).trim();
}

function finish(run: VerbRun, leg: Call | null, status: string): Step {
  if (run.verb.attributes.action === undefined) return { kind: 'next' };
  const params: Record<string, string> = { DialCallStatus: status };
  if (leg) Object.assign(params, { DialCallSid: leg.sid, DialCallDuration: String(leg.durationSeconds) });
  params.DialBridged = String(status === 'completed');
  return toAction(run, params);
}

/** The two talk until one of them hangs up. */
async function talk(call: Call, leg: Call): Promise<Input> {
  leg.start();
  const caller = call.wait({ kind: 'conversation', with: leg.facts.to });
  const other = leg.wait({ kind: 'conversation', with: call.facts.from });
  void other.then(() => call.give({ kind: 'other-hung-up' }));
  return caller;
}

/** `<Dial>` with one number: it rings at that phone, is answered or not, and the action (if any) hears how it went. */
export async function dial(run: VerbRun): Promise<Step> {
  const { call, verb, network } = run;
  const to = numberIn(verb);
  if (judgeNumber(to).kind !== 'served') return finish(run, null, 'failed');
  const timeoutSeconds = Number(verb.attributes.timeout ?? defaultTimeoutSeconds);
  const from = verb.attributes.callerId ?? call.facts.from;
  const leg = network.add(
    new Call(call.world, { from, to, direction: 'outbound-dial', clock: 'stopped', parentSid: call.sid }),
  );
  void leg.ring(timeoutSeconds).then((outcome) => call.give({ kind: 'ring', outcome }));
  const rung = await call.wait({ kind: 'ringing', to, timeoutSeconds });
  if (rung.kind === 'ring' && rung.outcome.kind === 'answered') {
    const ended = await talk(call, leg);
    leg.end(ended.kind === 'other-hung-up' ? 'caller' : 'app');
    if (ended.kind === 'redirected') return { kind: 'go', ask: ended.ask };
    return finish(run, leg, 'completed');
  }
  const status = rung.kind === 'ring' ? dialStatus[rung.outcome.kind] : 'no-answer';
  leg.end('app', rung.kind === 'hung-up' ? 'canceled' : status);
  return rung.kind === 'redirected' ? { kind: 'go', ask: rung.ask } : finish(run, leg, status);
}
