import type { Activity } from './activity.ts';
import { dice, shuffled } from './dice.ts';
import type { FaultBook } from './faults.ts';

export interface Webhook {
  /** What faults look at: the path and the event's name. */
  subject: string;
  /** Posts it once, with whatever retries the sender makes; answers the HTTP status, or null when none came. */
  post(): Promise<number | null>;
}

export type WebhookOutcome = { kind: 'answered'; status: number | null } | { kind: 'lost' } | { kind: 'held' };

export interface ReleaseAsk {
  order?: 'reversed' | 'shuffled' | 'same';
  seed?: number;
  /** How often each is delivered, on average; default 1. With 1.3 three in ten come twice. */
  copies?: number;
}

const heldLimit = 10_000;

/** Sends webhooks whose answer steers nothing, and plays the faults that can befall them. */
export class Webhooks {
  readonly #faults: FaultBook;
  readonly #activity: Activity;
  #held: Webhook[] = [];

  constructor(faults: FaultBook, activity: Activity) {
    this.#faults = faults;
    this.#activity = activity;
  }

  async send(webhook: Webhook): Promise<WebhookOutcome> {
    const fault = this.#faults.strike('webhooks', ['duplicate', 'lost', 'held'], webhook.subject, 'POST');
    if (fault?.kind === 'lost') return { kind: 'lost' };
    if (fault?.kind === 'held') {
      if (this.#held.length >= heldLimit) throw new RangeError(`at most ${heldLimit} webhooks can be held`);
      this.#held.push(webhook);
      return { kind: 'held' };
    }
    return this.#activity.during(async () => {
      if (fault?.kind === 'duplicate') await webhook.post();
      return { kind: 'answered', status: await webhook.post() };
    });
  }

  /** True when a fault asks that this webhook overtakes the answer to the request that caused it. */
  overtakes(subject: string): boolean {
    return this.#faults.strike('webhooks', ['before-answer'], subject, 'POST') !== null;
  }

  heldSubjects(): string[] {
    return this.#held.map((webhook) => webhook.subject);
  }

  /** Delivers what is held, one after the other; answers what each got. Copies are shuffled like all the rest. */
  async release({ order, seed, copies = 1 }: ReleaseAsk): Promise<{ subject: string; status: number | null }[]> {
    const roll = dice(seed ?? 1);
    const held = this.#held.splice(0);
    const once = order === 'reversed' ? held.reverse() : held;
    const all = once.flatMap((webhook) => {
      const times = Math.floor(copies) + (roll() < copies % 1 ? 1 : 0);
      return Array.from({ length: times }, () => webhook);
    });
    const ordered = order === 'shuffled' ? shuffled(all, roll) : all;
    const answers: { subject: string; status: number | null }[] = [];
    await this.#activity.during(async () => {
      for (const webhook of ordered) answers.push({ subject: webhook.subject, status: await webhook.post() });
    });
    return answers;
  }
}
