import type { PaymentIntent, Refund } from '../../simulator/card-company/objects.ts';
import type { MailLine, OpenMail } from '../../simulator/desk/mail-desk.ts';
import type { PhoneMessage } from '../../simulator/desk/phone-desk.ts';
import type { Unsubscription } from '../../simulator/mailbox/unsubscribe.ts';
import type { CallAnswer, CallRecord } from '../../simulator/phone-network/calls/call-view.ts';
import type { IncomingOutcome } from '../../simulator/phone-network/incoming-message.ts';
import type { Fault, FaultAsk } from '../../simulator/world/faults.ts';
import type { Party, RecordedRequest } from '../../simulator/world/requests.ts';
import type { ReleaseAsk } from '../../simulator/world/webhooks.ts';
import { Chatter, openMessenger } from './chatter.ts';

export type { CallAnswer, CallRecord, FaultAsk, PaymentIntent, PhoneMessage, RecordedRequest, Refund };

/** Asks the desk; a refusal throws with the desk's own words. */
type Ask = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>;

function asker(simulatorUrl: string): Ask {
  return async <T>(method: string, path: string, body?: object) => {
    const init: RequestInit = { method };
    if (method === 'POST') Object.assign(init, { body: JSON.stringify(body ?? {}), headers: json });
    const response = await fetch(simulatorUrl + path, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
}

const json = { 'content-type': 'application/json' };

/** A call as the person with the phone in hand knows it. */
export class PhoneCall {
  readonly #ask: Ask;
  #answer: CallAnswer;

  constructor(ask: Ask, answer: CallAnswer) {
    this.#ask = ask;
    this.#answer = answer;
  }

  get sid(): string {
    return this.#answer.sid;
  }

  /** What was said since the last key, silence or word of the person. */
  get heard(): string[] {
    return this.#answer.heard.map(({ text, plays }) => (plays === undefined ? text : `[${plays}]`));
  }

  /** Name of the step that waits for keys, or null. */
  get step(): string | null {
    const { waitingFor } = this.#answer;
    return waitingFor?.kind === 'keys' ? waitingFor.step : null;
  }

  get ended(): boolean {
    return this.#answer.state === 'completed';
  }

  /** The newest answer of the desk, with all facts. */
  get answer(): CallAnswer {
    return this.#answer;
  }

  async #act(deed: string, body: object = {}): Promise<PhoneCall> {
    this.#answer = await this.#ask<CallAnswer>('POST', `/desk/calls/${this.sid}/${deed}`, body);
    return this;
  }

  #turn(deed: string, body?: object): CallTurn {
    return new CallTurn(this.#act(deed, body));
  }

  /** Throws with what was heard unless some sentence, or the whole turn, matches. */
  hears(wanted: RegExp): CallTurn {
    const heard = this.heard;
    if ([...heard, heard.join(' ')].some((text) => wanted.test(text))) return new CallTurn(Promise.resolve(this));
    const said = heard.length === 0 ? 'nothing was said' : heard.map((text) => `“${text}”`).join('\n  ');
    const { error, endedBy } = this.#answer;
    const end = endedBy === undefined ? '' : `\nThe call was ended by: ${endedBy} ${error?.message ?? ''}`;
    return new CallTurn(Promise.reject(new Error(`Nothing heard matches ${wanted}:\n  ${said}${end}`)));
  }

  presses(keys: string, how: { typeAhead?: boolean } = {}): CallTurn {
    return this.#turn('keys', { keys, ...how });
  }

  staysSilent(): CallTurn {
    return this.#turn('silence');
  }

  records(seconds: number): CallTurn {
    return this.#turn('recording', { seconds });
  }

  hangsUp(): CallTurn {
    return this.#turn('hangup');
  }

  /** Picks up a phone that rings. */
  answers(as: 'human' | 'machine' = 'human'): CallTurn {
    return this.#turn('answer', { as });
  }

  declines(): CallTurn {
    return this.#turn('decline');
  }

  /** The whole call: heard and pressed, in order. */
  record(): Promise<CallRecord> {
    return this.#ask('GET', `/desk/calls/${this.sid}`);
  }
}

type OnCall<A> = ((call: PhoneCall) => A | PromiseLike<A>) | null | undefined;
type OnRefusal<B> = ((reason: unknown) => B | PromiseLike<B>) | null | undefined;

/** A step of a call that may still be under way: awaited it is the call, and further steps can be chained on it. */
export class CallTurn implements PromiseLike<PhoneCall> {
  readonly #call: Promise<PhoneCall>;

  constructor(call: Promise<PhoneCall>) {
    this.#call = call;
  }

  // biome-ignore lint/suspicious/noThenProperty: a chain that can be awaited is what this class is for
  then<A = PhoneCall, B = never>(ok?: OnCall<A>, not?: OnRefusal<B>): Promise<A | B> {
    return this.#call.then(ok, not);
  }

  #next(step: (call: PhoneCall) => CallTurn): CallTurn {
    return new CallTurn(this.#call.then(step));
  }

  hears(wanted: RegExp): CallTurn {
    return this.#next((call) => call.hears(wanted));
  }

  presses(keys: string, how: { typeAhead?: boolean } = {}): CallTurn {
    return this.#next((call) => call.presses(keys, how));
  }

  staysSilent(): CallTurn {
    return this.#next((call) => call.staysSilent());
  }

  records(seconds: number): CallTurn {
    return this.#next((call) => call.records(seconds));
  }

  hangsUp(): CallTurn {
    return this.#next((call) => call.hangsUp());
  }
}

/** One person's phone. */
export class Phone {
  readonly #ask: Ask;
  readonly #path: string;
  readonly number: string;
  /** Its owner in the messenger. */
  readonly chat: Chatter;

  constructor(ask: Ask, number: string) {
    this.#ask = ask;
    this.number = number;
    this.#path = `/desk/phones/${encodeURIComponent(number)}`;
    this.chat = new Chatter(ask, number);
  }

  /** Dials the line, or another number; resolves when it is the caller's turn, or the call is over. */
  dials(to?: string): CallTurn {
    const body = to === undefined ? { from: this.number } : { from: this.number, to };
    return new CallTurn(this.#ask<CallAnswer>('POST', '/desk/calls', body).then((a) => new PhoneCall(this.#ask, a)));
  }

  /** The newest call that rings here; throws when none does. */
  async rings(): Promise<PhoneCall> {
    const found = (await this.calls()).find((call) => call.state === 'ringing' && call.to === this.number);
    if (!found) throw new Error(`the phone ${this.number} does not ring`);
    return new PhoneCall(this.#ask, { ...found, heard: [] });
  }

  /** Newest first. */
  calls(): Promise<CallRecord[]> {
    return this.#ask('GET', `${this.#path}/calls`);
  }

  /** Texts our number; resolves when the app has answered. */
  texts(body: string, to?: string): Promise<IncomingOutcome> {
    return this.#ask('POST', `${this.#path}/messages`, to === undefined ? { body } : { body, to });
  }

  /** Both directions, oldest first. */
  messages(): Promise<PhoneMessage[]> {
    return this.#ask('GET', `${this.#path}/messages`);
  }

  /** The newest message here that matches. It looks once: let the world settle before. */
  async receives(wanted: RegExp): Promise<PhoneMessage> {
    const incoming = (await this.messages()).filter((message) => message.to === this.number);
    const found = incoming.findLast((message) => wanted.test(message.body));
    if (found) return found;
    const came = incoming.map((message) => `“${message.body}”`).join('\n  ') || 'nothing';
    throw new Error(`No message on ${this.number} matches ${wanted}. What came:\n  ${came}`);
  }
}

interface Mailboxes {
  smtp: string;
  mailboxes: { address: string; name: string | null; mails: number; unread: number }[];
}

/** One person's mailbox. */
class Mailbox {
  readonly #ask: Ask;
  readonly address: string;

  constructor(ask: Ask, address: string) {
    this.#ask = ask;
    this.address = address;
  }

  /** Newest first. */
  mails(): Promise<MailLine[]> {
    return this.#ask('GET', `/desk/mailboxes/${encodeURIComponent(this.address)}/mails`);
  }

  /** The newest mail here whose subject matches, opened and marked as read. It looks once. */
  async opens(subject: RegExp): Promise<OpenMail> {
    const mails = await this.mails();
    const found = mails.find((mail) => subject.test(mail.subject));
    if (!found) {
      const came = mails.map((mail) => `“${mail.subject}”`).join('\n  ') || 'nothing';
      throw new Error(`No mail at ${this.address} matches ${subject}. What came:\n  ${came}`);
    }
    await this.#ask('POST', `/desk/mails/${found.id}/read`);
    return this.#ask('GET', `/desk/mails/${found.id}`);
  }

  /** Presses the mail program's own button (RFC 8058). */
  unsubscribes({ id }: { id: string }): Promise<Unsubscription> {
    return this.#ask('POST', `/desk/mails/${id}/unsubscribe`);
  }
}

export function openDesk(simulatorUrl: string) {
  const ask = asker(simulatorUrl);
  return {
    phone: (number: string) => new Phone(ask, number),
    messenger: openMessenger(ask, simulatorUrl),
    mailbox: (address: string) => new Mailbox(ask, address),
    mail: (id: string) => ask<OpenMail>('GET', `/desk/mails/${id}`),
    mailboxes: () => ask<Mailboxes>('GET', '/desk/mailboxes'),
    faults: {
      add: (fault: FaultAsk) => ask<Fault>('POST', '/desk/faults', fault),
      list: () => ask<{ faults: Fault[]; held: string[] }>('GET', '/desk/faults'),
      clear: () => ask<void>('DELETE', '/desk/faults'),
    },
    /** Delivers the webhooks that a fault held back. */
    release: (how: ReleaseAsk = {}) =>
      ask<{ subject: string; status: number | null }[]>('POST', '/desk/webhooks/release', how),
    /** Newest first. */
    intents: () => ask<PaymentIntent[]>('GET', '/desk/cards/intents'),
    /** Newest first. */
    refunds: () => ask<Refund[]>('GET', '/desk/cards/refunds'),
    /** Oldest first. */
    requests: (party?: Party) =>
      ask<RecordedRequest[]>('GET', party === undefined ? '/desk/requests' : `/desk/requests?party=${party}`),
    complaints: () => ask<string[]>('GET', '/desk/complaints'),
    /** Resolves when the outer world has settled: no webhook, picture or delivery is under way. */
    settles: () => ask<{ idle: true }>('POST', '/desk/idle'),
    media: async (id: string): Promise<Buffer> => {
      const response = await fetch(`${simulatorUrl}/desk/media/${encodeURIComponent(id)}`);
      if (!response.ok) throw new Error(`no picture ${id}: HTTP ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}

export type Desk = ReturnType<typeof openDesk>;
