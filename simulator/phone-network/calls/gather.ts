import type { Input } from './call.ts';
import { collectKeys } from './collect-keys.ts';
import { prompts } from './prompts.ts';
import { type Step, toAction, type VerbRun } from './step.ts';

/** Twilio's default: five seconds after the last key or word. */
const defaultTimeoutSeconds = 5;

function stepOf(action: string | undefined, url: string): string | null {
  const target = action === undefined ? url : action;
  return URL.canParse(target, url || undefined) ? new URL(target, url || undefined).searchParams.get('step') : null;
}

async function prompt(run: VerbRun, interrupted: boolean): Promise<Step> {
  for (const verb of run.verb.children) {
    if (typeof verb === 'string') continue;
    const step = await prompts[verb.name]?.({ ...run, verb });
    if (step && step.kind !== 'next') return step;
    if (interrupted) {
      run.call.interrupt();
      break;
    }
  }
  return { kind: 'next' };
}

/**
 * `<Gather input="dtmf">`. Digits go to the action; an empty entry (silence, or the finishing key alone) runs on to
 * the next verb unless actionOnEmptyResult asks for the action. Source: Twilio, "TwiML Voice: Gather".
 */
export async function gather(run: VerbRun): Promise<Step> {
  const { call, verb, url } = run;
  const { attributes } = verb;
  const rule = {
    numDigits: attributes.numDigits === undefined ? null : Number(attributes.numDigits),
    finishOnKey: attributes.finishOnKey ?? '#',
  };
  const ahead = attributes.bargeIn === 'false' ? '' : call.typedAhead;
  call.typedAhead = '';
  const prompted = await prompt(run, ahead !== '');
  if (prompted.kind !== 'next') return prompted;

  const early = collectKeys(rule, '', ahead);
  if (early.complete) call.typedAhead = early.rest;
  const input: Input = early.complete
    ? { kind: 'keys', digits: early.digits }
    : await call.wait(
        {
          kind: 'keys',
          step: stepOf(attributes.action, url),
          ...rule,
          timeoutSeconds: Number(attributes.timeout ?? defaultTimeoutSeconds) || defaultTimeoutSeconds,
        },
        early.digits,
      );
  if (input.kind === 'redirected') return { kind: 'go', ask: input.ask };
  if (input.kind !== 'keys' && input.kind !== 'silence') return { kind: 'next' };
  if (input.digits === '' && attributes.actionOnEmptyResult !== 'true') return { kind: 'next' };
  return toAction(run, { Digits: input.digits });
}
