import type { World } from '../../world/world.ts';
import type { Element } from '../twiml/parse.ts';
import type { Call, CallStatus, DocumentAsk } from './call.ts';
import type { RecordingShelf } from './recordings.ts';

/** Where a verb leads: to the next one, to another document, or to the end of the call. */
export type Step =
  | { kind: 'next' }
  | { kind: 'go'; ask: DocumentAsk }
  | { kind: 'end'; status?: CallStatus }
  | { kind: 'fault'; code: number; message: string };

/** What a verb may need of the network around its call. */
export interface Switchboard {
  readonly world: World;
  readonly recordings: RecordingShelf;
  add(call: Call): Call;
  checkAudio(url: string): Promise<void>;
}

export interface VerbRun {
  network: Switchboard;
  call: Call;
  verb: Element;
  /** Address of the document that the verb stands in. */
  url: string;
}

export type Verb = (run: VerbRun) => Promise<Step> | Step;

export function resolve(reference: string, base: string): string | null {
  const from = base === '' ? undefined : base;
  if (!URL.canParse(reference, from)) return null;
  const url = new URL(reference, from);
  return ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

/** Where a verb's `action` leads; without one, to the current document again. */
export function toAction({ verb, url }: VerbRun, params: Record<string, string>): Step {
  const action = verb.attributes.action;
  const target = action === undefined ? url : resolve(action, url);
  if (target === null || target === '') return { kind: 'fault', code: 11100, message: `Invalid URL format: ${action}` };
  return { kind: 'go', ask: { url: target, method: verb.attributes.method === 'GET' ? 'GET' : 'POST', params } };
}
