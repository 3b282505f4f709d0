import type { FetchedBody } from '../../world/fetch-limited.ts';
import { reasonOf } from '../../world/reason.ts';
import { askApp } from '../ask-app.ts';
import { type Element, parseTwiml, twimlLimitBytes } from '../twiml/parse.ts';
import { twimlRuleFaults } from '../twiml/rules.ts';
import type { Call, DocumentAsk } from './call.ts';
import { callParams } from './call-params.ts';

export type FetchedDocument =
  | { kind: 'document'; response: Element; url: string }
  | { kind: 'faulty'; code: number; message: string };

/** How many bytes are read before the answer is called endless; what is above Twilio's 64 KB is refused by the parser. */
const readLimitBytes = twimlLimitBytes * 4;

async function ask(call: Call, { url, method, params }: DocumentAsk): Promise<FetchedBody> {
  const { faults, activity } = call.world;
  const { pathname, search } = new URL(url);
  const fault = faults.strike('webhooks', ['duplicate', 'lost'], `${pathname}${search} ${call.status}`, method);
  if (fault?.kind === 'lost') throw new Error('lost on the way');
  const once = () =>
    askApp(call.world, { url, method, params: { ...callParams(call), ...params }, limitBytes: readLimitBytes });
  return activity.during(async () => {
    // Delivered twice: the first answer was lost, and the second one is what the call goes on with.
    if (fault?.kind === 'duplicate') await once();
    return once();
  });
}

export function checkDocument(call: Call, xml: string): FetchedDocument {
  const parsed = parseTwiml(xml);
  if (parsed.kind === 'faulty') return parsed;
  const faults = [...twimlRuleFaults(parsed.response), ...(call.world.settings.twimlCheck?.(xml) ?? [])];
  if (faults.length > 0) return { kind: 'faulty', code: 12200, message: `Schema validation: ${faults.join('; ')}` };
  return { kind: 'document', response: parsed.response, url: '' };
}

/** Fetches and checks the next document. A webhook that fails is not tried again. */
export async function fetchDocument(call: Call, next: DocumentAsk): Promise<FetchedDocument> {
  const faulty = (code: number, message: string): FetchedDocument => ({ kind: 'faulty', code, message });
  let answer: FetchedBody;
  try {
    answer = await ask(call, next);
  } catch (error) {
    return faulty(11200, `HTTP retrieval failure at ${next.url}: ${reasonOf(error)}`);
  }
  if (answer.status < 200 || answer.status > 299) return faulty(11200, `HTTP ${answer.status} from ${next.url}`);
  if (!/\bxml\b/.test(answer.contentType)) return faulty(12300, `Invalid content type: ${answer.contentType}`);
  const checked = checkDocument(call, answer.body.toString('utf8'));
  return checked.kind === 'document' ? { ...checked, url: next.url } : checked;
}
