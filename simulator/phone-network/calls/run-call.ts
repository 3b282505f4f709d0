import type { Element } from '../twiml/parse.ts';
import type { Call, DocumentAsk } from './call.ts';
import { type FetchedDocument, fetchDocument } from './fetch-document.ts';
import type { Step, Switchboard } from './step.ts';
import { verbs } from './verbs.ts';

/** Documents that follow each other without the person being asked anything: more is a loop. */
const chainLimit = 50;

const apology = {
  text: 'We are sorry. An application error has occurred. Goodbye.',
  language: 'en-US',
  voice: 'alice',
};

function fail(call: Call, code: number, message: string): void {
  if (call.over) return;
  call.world.complain(`${code} ${message} (call ${call.sid})`);
  call.error = { code, message };
  call.say(apology);
  call.end('error');
}

/** Runs one document's verbs until one leads away, ends the call, or none is left. */
async function runDocument(network: Switchboard, call: Call, document: Element, url: string): Promise<Step> {
  for (const verb of document.children) {
    if (typeof verb === 'string') continue;
    const run = verbs[verb.name];
    if (!run) return { kind: 'fault', code: 12200, message: `<${verb.name}> is not a verb that is played here` };
    if (verb.name !== 'Reject') call.start();
    const step = await run({ network, call, verb, url });
    if (call.over || step.kind !== 'next') return step;
  }
  return { kind: 'end' };
}

/** Runs a call from its first document to its end. */
export async function runCall(network: Switchboard, call: Call, first: DocumentAsk | FetchedDocument): Promise<void> {
  let ask: DocumentAsk | FetchedDocument = first;
  let chained = 0;
  while (!call.over) {
    const document: FetchedDocument = 'kind' in ask ? ask : await fetchDocument(call, ask);
    if (call.over) return;
    if (document.kind === 'faulty') return fail(call, document.code, document.message);
    const waits = call.waits;
    const step = await runDocument(network, call, document.response, document.url);
    if (call.over) return;
    if (step.kind === 'fault') return fail(call, step.code, step.message);
    if (step.kind !== 'go') return void call.end('app', step.kind === 'end' ? step.status : 'completed');
    chained = call.waits > waits ? 0 : chained + 1;
    if (chained > chainLimit)
      return fail(call, 12000, `over ${chainLimit} documents without asking the caller anything`);
    ask = step.ask;
  }
}
