import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

export interface Answered {
  path: string;
  status: number;
  tookMs: number;
}

/** The phone network as the app meets it: signed webhooks, each timed from outside. */
export class Line {
  readonly answered: Answered[] = [];
  /** Posts that an address did not take, and why: they went to the next one. */
  readonly sentOn: string[] = [];
  readonly #addresses: readonly string[];
  readonly #origin: string;
  readonly #authToken: string;

  /** `addresses`: where the app listens, the fallback last; `origin`: the address that it is known by. */
  constructor({ addresses, origin, authToken }: { addresses: readonly string[]; origin: string; authToken: string }) {
    this.#addresses = addresses;
    this.#origin = origin;
    this.#authToken = authToken;
  }

  /** As the provider does it: an address that does not answer, or answers with an error, is followed by the fallback. */
  async post(path: string, form: Record<string, string>): Promise<{ status: number; body: string }> {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(this.#authToken, this.#origin + path, form),
    };
    const body = new URLSearchParams(form).toString();
    let last = { status: 0, body: 'nobody answered' };
    for (const address of this.#addresses) {
      const from = performance.now();
      const heard = await fetch(address + path, { method: 'POST', headers, body }).then(
        async (response) => ({ status: response.status, body: await response.text() }),
        (error: unknown) => ({ status: 0, body: codeOf(error) }),
      );
      last = heard;
      if (heard.status === 0 || heard.status >= 500) {
        this.sentOn.push(heard.status === 0 ? heard.body : String(heard.status));
        continue;
      }
      this.answered.push({ path: path.split('?')[0] ?? '', status: heard.status, tookMs: performance.now() - from });
      return heard;
    }
    return last;
  }

  calls(from: string, keys: Record<string, string>): LineCall {
    return new LineCall(this, from, keys);
  }

  texts(from: string, body: string): Promise<{ status: number; body: string }> {
    return this.post('/sms/incoming', { MessageSid: newSid('SM'), From: from, To: lineNumber, Body: body });
  }
}

/** fetch hides why a connection failed in the error's cause. */
const codeOf = (error: unknown): string => {
  const { cause } = error as { cause?: { code?: unknown } };
  return String(cause?.code ?? error);
};

export const lineNumber = '+8215880000';
const newSid = (kind: 'CA' | 'SM'): string => kind + randomBytes(16).toString('hex');

/** One call: what is pressed goes by the step that asks. */
export class LineCall {
  readonly heard: string[] = [];
  /** Where the call waits: the step that asks for keys, or that waits for an answer; null once it has ended. */
  step: string | null = null;
  readonly #line: Line;
  readonly #keys: Record<string, string>;
  readonly #form: Record<string, string>;
  #action: string | null = '/ivr/incoming';
  #asks = false;

  constructor(line: Line, from: string, keys: Record<string, string>) {
    this.#line = line;
    this.#keys = keys;
    this.#form = { CallSid: newSid('CA'), From: from, To: lineNumber, CallStatus: 'in-progress' };
  }

  async #turn(more: Record<string, string>): Promise<void> {
    const { status, body } = await this.#line.post(this.#action ?? '', { ...this.#form, ...more });
    if (status !== 200) throw new Error(`${this.step ?? 'incoming'}: ${status} ${body}`);
    this.heard.push(...[...body.matchAll(/<Say[^>]*>([^<]*)</g)].map(([, said = '']) => said));
    this.#action = /<Redirect[^>]*>([^<]+)</.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? null;
    this.#asks = body.includes('<Gather');
    this.step = this.#action && new URLSearchParams(this.#action.split('?')[1]).get('step');
  }

  /** Goes on to a step, or as far as the call goes; `while` false ends it before. Pauses are waited out. */
  async goesOnTo(wanted: string, goesOn: () => boolean = () => true): Promise<this> {
    if (this.#action === '/ivr/incoming') await this.#turn({ CallStatus: 'ringing' });
    while (this.step !== null && this.step !== wanted && goesOn()) {
      if (this.#asks) await this.#turn({ Digits: this.#keysHere() });
      else {
        await pause(pauseMs);
        await this.#turn({});
      }
    }
    return this;
  }

  #keysHere(): string {
    const keys = this.#keys[this.step ?? ''];
    if (keys === undefined) throw new Error(`nobody knows what to press at ${this.step}`);
    return keys;
  }

  /** Presses what this caller presses here, and nothing after it. */
  async presses(): Promise<this> {
    await this.#turn({ Digits: this.#keysHere() });
    return this;
  }

  async hangsUp(): Promise<void> {
    await this.#line.post('/ivr/status', { ...this.#form, CallStatus: 'completed' });
  }
}

/** The pause in a turn of waiting. */
const pauseMs = 1_000;

/** What a buyer of 10,000 won at Halla Music presses. */
export const buyersKeys = (buyer: { member: string; pin: string }, recipient: string): Record<string, string> => ({
  menu: '1',
  resume: buyer.pin,
  member: buyer.member,
  pin: buyer.pin,
  shop: '101',
  amount: '1',
  recipient,
  'recipient-confirm': '1',
  greeting: '2',
  confirm: '1',
});
