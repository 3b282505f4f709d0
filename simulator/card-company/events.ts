import { fetchLimited } from '../world/fetch-limited.ts';
import { newStripeId } from '../world/ids.ts';
import { pauseMs } from '../world/pause.ts';
import { reasonOf } from '../world/reason.ts';
import type { World } from '../world/world.ts';
import type { Happened } from './intents.ts';
import { apiVersion } from './objects.ts';
import { stripeSignature } from './signature.ts';

const timeoutMs = 15_000;
const answerLimitBytes = 65_536;
/** Stripe retries for three days; here as often, but within seconds, so that a test can wait for the end of it. */
const retryDelaysMs = [200, 400, 800, 1_600, 3_200];

export interface StripeEvent {
  type: string;
  body: string;
}

export function toEvent(
  happened: Happened,
  created: number,
  request: { id: string; idempotencyKey: string | null },
): StripeEvent {
  const event = {
    id: newStripeId('evt'),
    object: 'event',
    api_version: apiVersion,
    created,
    data: { object: happened.object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: request.id, idempotency_key: request.idempotencyKey },
    type: happened.type,
  };
  return { type: happened.type, body: JSON.stringify(event) };
}

async function postOnce(world: World, url: string, event: StripeEvent): Promise<number | null> {
  // Stripe's libraries refuse a signature that is too old, by the computer's clock or by one that a test has set:
  // the later of the two is new enough for either.
  const seconds = Math.floor(Math.max(Date.now(), world.now().getTime()) / 1_000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': stripeSignature(world.settings.stripe.webhookSecret, seconds, event.body),
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  };
  const init: RequestInit = { method: 'POST', headers, body: event.body, redirect: 'manual' };
  try {
    const limits = { timeoutMs, limitBytes: answerLimitBytes, stop: world.closing };
    const left = { at: world.now(), url, event: event.type };
    return (await world.deliveries.during(left, () => fetchLimited(url, init, limits))).status;
  } catch (error) {
    world.complain(`${event.type} to ${url}: ${reasonOf(error)}`);
    return null;
  }
}

/** Posts an event, and again after growing pauses until the answer is 2xx. */
async function post(world: World, event: StripeEvent): Promise<number | null> {
  const url = world.appUrl('/payments/stripe');
  let status = await postOnce(world, url, event);
  for (const delayMs of retryDelaysMs) {
    if (world.closing.aborted || (status !== null && status >= 200 && status < 300)) return status;
    await pauseMs(delayMs, world.closing);
    status = await postOnce(world, url, event);
  }
  return status;
}

export function sendEvent(world: World, event: StripeEvent): Promise<unknown> {
  return world.webhooks.send({ subject: `/payments/stripe ${event.type}`, post: () => post(world, event) });
}
