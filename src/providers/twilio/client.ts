import RequestClient from 'twilio/lib/base/RequestClient.js';
import Twilio from 'twilio/lib/rest/Twilio.js';
import type { TwilioAccount } from './account.ts';
import { TooManyRequests } from './too-many-requests.ts';

const timeoutMs = 10_000;
const defaultRetryMs = 5_000;

type RequestOptions = Parameters<RequestClient['request']>[0];

class OurRequestClient extends RequestClient {
  readonly #origin: string | null;

  constructor(origin: string | null) {
    super({ timeout: timeoutMs });
    this.#origin = origin?.replace(/\/$/, '') ?? null;
  }

  override async request<T>(options: RequestOptions) {
    const uri = this.#origin ? options.uri.replace(/^https:\/\/[a-z0-9.-]+\.twilio\.com/, this.#origin) : options.uri;
    const response = await super.request<T>({ ...options, uri } as never);
    if (response.statusCode === 429) throw new TooManyRequests(retryAfterMs(response.headers));
    return response;
  }
}

function retryAfterMs(headers: Record<string, unknown>): number {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : defaultRetryMs;
}

export const openTwilio = ({ accountSid, authToken, apiUrl }: TwilioAccount): Twilio =>
  new Twilio(accountSid, authToken, { httpClient: new OurRequestClient(apiUrl) });
