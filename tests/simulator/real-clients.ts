import Stripe from 'stripe';
import twilio from 'twilio';
import { account, stripeKeys } from './fake-app.ts';

const { RequestClient } = twilio;
type Options = Parameters<InstanceType<typeof RequestClient>['request']>[0];

type Watch = (headers: Record<string, unknown>) => void;

/** The real client, with every twilio.com host turned towards `base`. */
class Redirected extends RequestClient {
  readonly #base: string;
  readonly #watch: Watch;

  constructor(base: string, watch: Watch) {
    super();
    this.#base = base;
    this.#watch = watch;
  }

  override async request<T>(options: Options) {
    const { pathname, search } = new URL(options.uri);
    const answer = await super.request<T>({ ...options, uri: this.#base + pathname + search } as never);
    this.#watch(answer.headers ?? {});
    return answer;
  }
}

export const twilioAt = (base: string, token = account.authToken, watch: Watch = () => undefined) =>
  twilio(account.accountSid, token, { httpClient: new Redirected(base, watch) });

export function stripeAt(base: string, key = stripeKeys.secretKey) {
  const { hostname, port } = new URL(base);
  return new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
}
