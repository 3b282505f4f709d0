import { randomUUID } from 'node:crypto';
import { type FetchedBody, fetchLimited } from '../world/fetch-limited.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import { twilioSignature } from './signature.ts';

/** Twilio gives an app 15 seconds. Source: Twilio error 11205/11200 pages. */
const webhookTimeoutMs = 15_000;

export interface AppAsk {
  url: string;
  method?: 'GET' | 'POST';
  params: Record<string, string>;
  limitBytes: number;
}

const eventOf = (params: Record<string, string>): string =>
  params.MessageStatus ?? params.CallStatus ?? params.RecordingStatus ?? 'incoming';

/** Calls the app as Twilio does: form-encoded or in the query, signed over the exact URL. Throws on network trouble. */
export function askApp(world: World, ask: AppAsk): Promise<FetchedBody> {
  const { accountSid, authToken } = world.settings.twilio;
  const method = ask.method ?? 'POST';
  const form = new URLSearchParams(ask.params);
  const url = new URL(ask.url);
  url.hash = '';
  if (method === 'GET') for (const [name, value] of form) url.searchParams.set(name, value);
  // URL#href may differ from the text by its escapes; what is signed must be what is called.
  const called = url.href;
  const headers: Record<string, string> = {
    'x-twilio-signature': twilioSignature(authToken, called, method === 'GET' ? {} : ask.params),
    'i-twilio-idempotency-token': randomUUID(),
    'x-home-region': 'us1',
    'user-agent': 'TwilioProxy/1.1',
    accept: '*/*',
  };
  if (method === 'POST') headers['content-type'] = 'application/x-www-form-urlencoded; charset=UTF-8';
  if (!ask.params.AccountSid || ask.params.AccountSid !== accountSid) throw new Error('a webhook names its account');
  const init: RequestInit = { method, headers, redirect: 'manual' };
  if (method === 'POST') init.body = form.toString();
  const limits = { timeoutMs: webhookTimeoutMs, limitBytes: ask.limitBytes, stop: world.closing };
  const left = { at: world.now(), url: called, event: eventOf(ask.params) };
  return world.deliveries.during(left, () => fetchLimited(called, init, limits));
}

const noticeLimitBytes = 65_536;

/** Posts news whose answer steers nothing: never repeated, whatever the answer. Null when no answer came; it never throws. */
export async function tellApp(world: World, url: string, params: Record<string, string>): Promise<number | null> {
  const event = eventOf(params);
  const post = async (): Promise<number | null> => {
    try {
      return (await askApp(world, { url, params, limitBytes: noticeLimitBytes })).status;
    } catch (error) {
      world.complain(`11200 ${url}: ${reasonOf(error)}`);
      return null;
    }
  };
  try {
    const outcome = await world.webhooks.send({ subject: `${new URL(url).pathname} ${event}`, post });
    return outcome.kind === 'answered' ? outcome.status : null;
  } catch (error) {
    world.complain(`${event} not told to ${url}: ${reasonOf(error)}`);
    return null;
  }
}
