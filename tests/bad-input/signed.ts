import Stripe from 'stripe';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { World } from '../support/world.ts';

export const formType = 'application/x-www-form-urlencoded';

export interface Webhook {
  url: string;
  payload: string;
  headers: Record<string, string>;
}

/** What Twilio would send, signed by its own library. A parameter may have several values. */
export function fromTwilio(
  { url: origin, accounts }: Pick<World, 'url' | 'accounts'>,
  url: string,
  form: Record<string, string | string[]>,
): Webhook {
  const payload = new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  );
  return {
    url,
    payload: payload.toString(),
    headers: {
      'content-type': formType,
      'x-twilio-signature': getExpectedTwilioSignature(accounts.twilio.authToken, origin + url, form),
    },
  };
}

const { webhooks } = new Stripe('sk_test_signing_only');

/** What Stripe would send, signed by its own library, whatever the body is. */
export function fromStripe({ accounts, now }: Pick<World, 'accounts' | 'now'>, payload: string): Webhook {
  const timestamp = Math.floor(now().getTime() / 1_000);
  const { webhookSecret: secret } = accounts.stripe;
  return {
    url: '/payments/stripe',
    payload,
    headers: {
      'content-type': 'application/json',
      'stripe-signature': webhooks.generateTestHeaderString({ payload, secret, timestamp }),
    },
  };
}

export const send = ({ app }: World, { url, payload, headers }: Webhook) =>
  app.server.inject({ method: 'POST', url, payload, headers });

let sids = 0;
/** An id that no other webhook has. */
export const newSid = (kind: 'CA' | 'SM'): string => {
  sids += 1;
  return kind + sids.toString(16).padStart(32, '0');
};
