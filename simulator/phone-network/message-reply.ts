import type { FetchedBody } from '../world/fetch-limited.ts';
import type { MessageAsk } from './message-refusal.ts';
import { type Element, parseTwiml, textOf } from './twiml/parse.ts';

/** What the app's answer to a text asks to send back. Only `<Message>` with text, `<Body>` and `<Media>` is played. */
export function readReply(
  answer: FetchedBody,
  received: { from: string; to: string },
): { replies: MessageAsk[]; faults: string[] } {
  const nothing = { replies: [] as MessageAsk[], faults: [] as string[] };
  if (answer.status < 200 || answer.status > 299) return { ...nothing, faults: [`11200 HTTP ${answer.status}`] };
  if (answer.body.length === 0) return nothing;
  if (!/\bxml\b/.test(answer.contentType)) return { ...nothing, faults: [`12300 content type ${answer.contentType}`] };
  const parsed = parseTwiml(answer.body.toString('utf8'));
  if (parsed.kind === 'faulty') return { ...nothing, faults: [`${parsed.code} ${parsed.message}`] };
  for (const verb of parsed.response.children) {
    if (typeof verb === 'string') continue;
    if (verb.name !== 'Message')
      nothing.faults.push(`12200 <${verb.name}> is not a messaging verb that is played here`);
    else nothing.replies.push(toAsk(verb, received));
  }
  return nothing;
}

function toAsk(verb: Element, received: { from: string; to: string }): MessageAsk {
  const parts = verb.children.filter((child): child is Element => typeof child !== 'string');
  const bodies = parts.filter((part) => part.name === 'Body').map(textOf);
  return {
    to: verb.attributes.to ?? received.from,
    from: verb.attributes.from ?? received.to,
    body:
      bodies.length > 0
        ? bodies.join('')
        : textOf({ ...verb, children: verb.children.filter((c) => typeof c === 'string') }),
    mediaUrls: parts.filter((part) => part.name === 'Media').map((part) => textOf(part).trim()),
    statusCallback: verb.attributes.action ?? verb.attributes.statusCallback ?? null,
  };
}
