import { textOf } from '../twiml/parse.ts';
import { resolve, type Step, type Verb, type VerbRun } from './step.ts';

const next: Step = { kind: 'next' };

function say({ call, verb }: VerbRun): Step {
  const text = textOf(verb).replace(/\s+/g, ' ').trim();
  // loop="0" is said until the caller hangs up; at the desk once is enough.
  const times = Math.min(Math.max(1, Number(verb.attributes.loop ?? 1)), 10);
  for (let time = 0; time < times && text !== ''; time += 1) {
    call.say({ text, language: verb.attributes.language ?? 'en-US', voice: verb.attributes.voice ?? 'man' });
  }
  return next;
}

async function play({ network, call, verb, url }: VerbRun): Promise<Step> {
  const reference = textOf(verb).trim();
  if (reference === '' && verb.attributes.digits !== undefined) return next;
  const target = resolve(reference, url);
  if (target === null) return { kind: 'fault', code: 11100, message: `Invalid URL format: ${reference}` };
  call.say({ text: '', language: '', voice: '', plays: target });
  await network.checkAudio(target);
  return next;
}

function pause({ call, verb }: VerbRun): Step {
  call.keepSilent(Number(verb.attributes.length ?? 1));
  return next;
}

export const prompts: Record<string, Verb> = { Say: say, Play: play, Pause: pause };
