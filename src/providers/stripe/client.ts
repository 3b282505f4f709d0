import Stripe from 'stripe';

export interface StripeAccount {
  secretKey: string;
  /** Another origin than Stripe's, such as a simulator's. */
  apiUrl: string | null;
}

/** Repeating is ours to decide, after looking up what became of a request: the client repeats nothing by itself. */
const once = { maxNetworkRetries: 0, timeout: 15_000, telemetry: false } as const;

export function openStripe({ secretKey, apiUrl }: StripeAccount): Stripe {
  if (apiUrl === null) return new Stripe(secretKey, once);
  const { protocol, hostname, port } = new URL(apiUrl);
  const scheme = protocol === 'http:' ? 'http' : 'https';
  return new Stripe(secretKey, {
    ...once,
    host: hostname,
    port: port || (scheme === 'http' ? 80 : 443),
    protocol: scheme,
  });
}
