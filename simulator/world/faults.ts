import { setMaxListeners } from 'node:events';
import { dice } from './dice.ts';

const apiFaultKinds = ['status-429', 'status-500', 'hang', 'late', 'lost-answer', 'lost-request', 'decline'] as const;
const mailFaultKinds = [
  'late',
  'hang',
  'lost-answer',
  'lost-request',
  'refused-for-now',
  'mailbox-unknown',
  'duplicate',
] as const;
/** `blocked`: whoever is written to has just blocked the bot. */
const chatFaultKinds = ['status-429', 'status-500', 'hang', 'late', 'lost-answer', 'lost-request', 'blocked'] as const;
const webhookFaultKinds = ['duplicate', 'lost', 'held', 'before-answer'] as const;

type ApiFaultKind = (typeof apiFaultKinds)[number];
type MailFaultKind = (typeof mailFaultKinds)[number];
type ChatFaultKind = (typeof chatFaultKinds)[number];
type WebhookFaultKind = (typeof webhookFaultKinds)[number];
export type FaultKind = ApiFaultKind | ChatFaultKind | MailFaultKind | WebhookFaultKind;
export type FaultParty = 'twilio' | 'stripe' | 'telegram' | 'smtp' | 'webhooks';

const kindsOf: Record<FaultParty, readonly FaultKind[]> = {
  twilio: apiFaultKinds,
  stripe: apiFaultKinds,
  telegram: chatFaultKinds,
  smtp: mailFaultKinds,
  webhooks: webhookFaultKinds,
};

export interface FaultAsk {
  party: FaultParty;
  /** A part of the path, of the event's name, or of a mail's recipients. Absent: any. */
  on?: string;
  /** For mail the SMTP command: RCPT or DATA. */
  method?: string;
  kind: FaultKind;
  /** How often it strikes; default 1. */
  times?: number;
  /** Chance of striking at each opportunity, 0..1; default 1. */
  probability?: number;
  seed?: number;
  delayMs?: number;
  retryAfterSeconds?: number;
}

export interface Fault extends FaultAsk {
  id: number;
  left: number;
  hits: number;
}

const faultLimit = 100;
const longestDelayMs = 600_000;

/** What is wrong with the ask, in words; empty when nothing is. */
export function faultsInAsk(ask: Partial<FaultAsk>): string[] {
  const wrong: string[] = [];
  const kinds: readonly string[] | null =
    ask.party !== undefined && Object.hasOwn(kindsOf, ask.party) ? kindsOf[ask.party] : null;
  if (kinds === null) wrong.push('party: twilio, stripe, telegram, smtp or webhooks');
  else if (!kinds.includes(ask.kind ?? '')) wrong.push(`kind for ${ask.party}: ${kinds.join(', ')}`);
  if (ask.kind === 'decline' && ask.party !== 'stripe') wrong.push('kind decline is for stripe');
  const within = (name: keyof FaultAsk, low: number, high: number) => {
    const value = ask[name];
    if (value !== undefined && !(typeof value === 'number' && value >= low && value <= high)) {
      wrong.push(`${name}: a number from ${low} to ${high}`);
    }
  };
  within('times', 1, 1_000_000);
  within('probability', 0, 1);
  within('seed', 0, 4_294_967_295);
  within('delayMs', 0, longestDelayMs);
  within('retryAfterSeconds', 0, 86_400);
  for (const name of ['on', 'method'] as const) {
    if (ask[name] !== undefined && typeof ask[name] !== 'string') wrong.push(`${name}: text`);
  }
  return wrong;
}

/** Any number of requests may hang on it at once. */
export function openSignal(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/** The faults that are set up, in the order in which they were added. */
export class FaultBook {
  #faults: { fault: Fault; roll: () => number }[] = [];
  #lastId = 0;
  #cleared = openSignal();

  add(ask: FaultAsk): Fault {
    if (this.#faults.length >= faultLimit) throw new RangeError(`at most ${faultLimit} faults at a time; clear them`);
    this.#lastId += 1;
    const fault = { ...ask, id: this.#lastId, left: ask.times ?? 1, hits: 0 };
    this.#faults.push({ fault, roll: dice(ask.seed ?? this.#lastId) });
    return fault;
  }

  list(): Fault[] {
    return this.#faults.map(({ fault }) => fault);
  }

  /** Ends one fault; what it delays already stays delayed. False when there is none such. */
  remove(id: number): boolean {
    const kept = this.#faults.filter(({ fault }) => fault.id !== id);
    const found = kept.length < this.#faults.length;
    this.#faults = kept;
    return found;
  }

  /** Ends all faults, and lets go what they hold: requests that hang, answers that are late. */
  clear(): void {
    this.#faults = [];
    this.#cleared.abort();
    this.#cleared = openSignal();
  }

  /** Aborted at the next `clear`. */
  get cleared(): AbortSignal {
    return this.#cleared.signal;
  }

  /** The first fault that strikes here, which is then spent once. */
  strike(party: FaultParty, kinds: readonly FaultKind[], subject: string, method: string): Fault | null {
    for (const { fault, roll } of this.#faults) {
      if (fault.left <= 0 || fault.party !== party || !kinds.includes(fault.kind)) continue;
      if (fault.on !== undefined && !subject.includes(fault.on)) continue;
      if (fault.method !== undefined && fault.method.toUpperCase() !== method.toUpperCase()) continue;
      if (fault.probability !== undefined && roll() >= fault.probability) continue;
      fault.left -= 1;
      fault.hits += 1;
      return fault;
    }
    return null;
  }
}
