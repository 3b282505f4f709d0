import { textOf } from '../twiml/parse.ts';
import { dial } from './dial.ts';
import { gather } from './gather.ts';
import { prompts } from './prompts.ts';
import { record } from './record.ts';
import { type Step, toAction, type Verb, type VerbRun } from './step.ts';

function redirect(run: VerbRun): Step {
  const target = textOf(run.verb).trim();
  return toAction({ ...run, verb: { ...run.verb, attributes: { ...run.verb.attributes, action: target } } }, {});
}

export const verbs: Record<string, Verb> = {
  ...prompts,
  Gather: gather,
  Record: record,
  Dial: dial,
  Redirect: redirect,
  Hangup: () => ({ kind: 'end' }),
  Reject: ({ verb }) => ({ kind: 'end', status: verb.attributes.reason === 'busy' ? 'busy' : 'no-answer' }),
};
