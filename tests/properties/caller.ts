import { XMLParser } from 'fast-xml-parser';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { twimlFaults } from '../support/twiml-types.ts';
import type { World } from '../support/world.ts';

/** What a caller, or the network between, does at one turn. */
export type Act =
  | { kind: 'sensible'; choice: number }
  | { kind: 'keys'; keys: string }
  | { kind: 'silence' }
  | { kind: 'recording'; seconds: string }
  /** The same request comes again. */
  | { kind: 'redelivered' }
  /** A request of `back` turns ago comes again; `goOn`: and the call goes on from its answer. */
  | { kind: 'out-of-order'; back: number; goOn: boolean }
  | { kind: 'hang-up' }
  /** The line breaks, and the same person calls again at once. */
  | { kind: 'calls-again' };

export interface Caller {
  sid: string;
  from: string;
  member: string;
  pin: string;
  recipient: string;
}

interface Request {
  path: string;
  form: Record<string, string>;
}

const mostTurnsOfSilence = 40;
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false });

/** What a good call has on its keys at a step; the first is the way to a purchase. */
const sensible: Record<string, (caller: Caller) => string[]> = {
  menu: () => ['1', '1', '1', '1', '8', '9'],
  language: () => ['1', '2'],
  resume: ({ pin }) => [pin, pin, '*'],
  member: ({ member }) => [member, member, member, '0'],
  pin: ({ pin }) => [pin],
  shop: () => ['101', '102', '103', '104', '101', '0', '999', '1', '1'],
  'shop-list': () => ['101', '104', '0', '1'],
  amount: () => ['1', '1', '2', '3', '4', '5'],
  'amount-other': () => ['1000', '2500', '12500', '999', '500001'],
  recipient: ({ recipient }) => [recipient, recipient, recipient, '01030000001', '021234567', '1', '1'],
  'recipient-confirm': () => ['1', '1', '1', '1', '1', '2'],
  greeting: () => ['2', '2', '2', '1'],
  confirm: () => ['1', '1', '1', '1', '2'],
  done: () => ['', '', '1'],
};

/** What key 1 leads to where it stands for the last purchase. */
const onKeyOne: Record<string, { to: string; reached: string }> = {
  shop: { to: 'amount', reached: 'the last shop' },
  'shop-list': { to: 'amount', reached: 'the last shop' },
  recipient: { to: 'recipient-confirm', reached: 'the last recipient' },
};

/** One call, as the provider delivers it to the app: every answer must be a document that the provider would take. */
export class RandomCall {
  readonly visited = new Set<string>();
  turns = 0;
  readonly #world: World;
  readonly #caller: Caller;
  readonly #past: Request[] = [];
  #action: string | null = '/ivr/incoming';
  #over = false;
  #calls = 1;

  constructor(world: World, caller: Caller) {
    this.#world = world;
    this.#caller = caller;
  }

  get #sid(): string {
    return `${this.#caller.sid}x${this.#calls}`;
  }

  get #step(): string {
    return new URL(this.#action ?? '/', this.#world.url).searchParams.get('step') ?? 'incoming';
  }

  /** Throws when an answer is no valid TwiML, or when the call does not come to its end. */
  async plays(acts: readonly Act[]): Promise<this> {
    await this.#goOn({});
    for (const act of acts) {
      if (this.#over) break;
      await this.#act(act);
    }
    for (let silences = 0; !this.#over; silences++) {
      if (silences > mostTurnsOfSilence) throw new Error(`the call does not end: it is at ${this.#step}`);
      await this.#goOn({ Digits: '' });
    }
    await this.#hangsUp();
    return this;
  }

  async #act(act: Act): Promise<void> {
    switch (act.kind) {
      case 'sensible':
        return this.#goOn(this.#sensible(act.choice));
      case 'keys':
        return this.#goOn({ Digits: act.keys });
      case 'silence':
        return this.#goOn({ Digits: '' });
      case 'recording':
        return this.#goOn({ RecordingSid: `RE${'a'.repeat(32)}`, RecordingDuration: act.seconds, Digits: '#' });
      case 'redelivered':
        await this.#ask(this.#past.at(-1));
        return;
      case 'out-of-order': {
        const action = await this.#ask(this.#past.at(-1 - act.back));
        if (act.goOn && action) this.#action = action;
        return;
      }
      case 'hang-up':
        this.#over = true;
        return;
      case 'calls-again':
        await this.#hangsUp();
        this.#calls += 1;
        this.#past.splice(0);
        this.#action = '/ivr/incoming';
        return this.#goOn({});
    }
  }

  #sensible(choice: number): Record<string, string> {
    const step = this.#step;
    if (step === 'hold' || step === 'capture') return {};
    if (step === 'greeting-record') return { RecordingSid: `RE${'b'.repeat(32)}`, RecordingDuration: '3', Digits: '#' };
    const keys = sensible[step]?.(this.#caller) ?? [''];
    return { Digits: keys[choice % keys.length] ?? '' };
  }

  async #goOn(heard: Record<string, string>): Promise<void> {
    const path = this.#action ?? '';
    const request = {
      path,
      form: { CallSid: this.#sid, From: this.#caller.from, To: this.#world.line, CallStatus: 'in-progress', ...heard },
    };
    this.#past.push(request);
    const last = heard.Digits === '1' ? onKeyOne[this.#step] : undefined;
    this.#action = await this.#ask(request);
    if (this.#action === null) this.#over = true;
    else this.visited.add(this.#step);
    if (last?.to === this.#step) this.visited.add(last.reached);
  }

  /** Where the document leads; null: to the end of the line. */
  async #ask(request: Request | undefined): Promise<string | null> {
    if (!request) return this.#action;
    this.turns += 1;
    const { statusCode, body } = await this.#post(request);
    if (statusCode !== 200) throw new Error(`${request.path.slice(0, 30)} was answered ${statusCode}: ${body}`);
    const faults = twimlFaults(body);
    if (faults.length > 0) throw new Error(`${faults.join('; ')}\n${body}`);
    const { Response } = parser.parse(body);
    const action: unknown = Response.Redirect?.['#text'];
    if (typeof action === 'string') return action;
    if (Response.Hangup === undefined) throw new Error(`the document leads nowhere:\n${body}`);
    return null;
  }

  #post({ path, form }: Request) {
    const { app, url, accounts } = this.#world;
    return app.server.inject({
      method: 'POST',
      url: path,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': getExpectedTwilioSignature(accounts.twilio.authToken, url + path, form),
      },
      payload: new URLSearchParams(form).toString(),
    });
  }

  async #hangsUp(): Promise<void> {
    const form = { CallSid: this.#sid, From: this.#caller.from, To: this.#world.line, CallStatus: 'completed' };
    const { statusCode } = await this.#post({ path: '/ivr/status', form });
    if (statusCode !== 204) throw new Error(`the end of the line was answered ${statusCode}`);
  }
}
