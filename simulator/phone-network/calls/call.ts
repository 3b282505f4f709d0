import { newSid } from '../../world/ids.ts';
import type { World } from '../../world/world.ts';
import type { CallAnswer, CallRecord, EndedBy, TranscriptEntry, Utterance, WaitingFor } from './call-view.ts';
import { collectKeys } from './collect-keys.ts';

export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'canceled'
  | 'failed';

export type RingOutcome =
  | { kind: 'answered'; as: 'human' | 'machine' }
  | { kind: 'declined' }
  | { kind: 'no-answer' }
  | { kind: 'canceled' };

/** Which document to fetch next. */
export interface DocumentAsk {
  url: string;
  method: 'GET' | 'POST';
  params: Record<string, string>;
}

/** What ends a wait. */
export type Input =
  | { kind: 'keys'; digits: string }
  | { kind: 'silence'; digits: string }
  | { kind: 'spoke'; seconds: number; key: string }
  | { kind: 'ring'; outcome: RingOutcome }
  | { kind: 'other-hung-up' }
  | { kind: 'redirected'; ask: DocumentAsk }
  | { kind: 'hung-up' };

export interface CallFacts {
  from: string;
  to: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  clock: 'real' | 'stopped';
  parentSid?: string;
}

const transcriptLimit = 2_000;

/** One call: its state, what was said and pressed, and what it waits for. The running of documents is elsewhere. */
export class Call {
  readonly sid = newSid('CA');
  readonly createdAt: Date;
  status: CallStatus = 'queued';
  startedAt: Date | null = null;
  endedAt: Date | null = null;
  answeredBy: string | null = null;
  endedBy: EndedBy | null = null;
  error: { code: number; message: string } | null = null;
  /** Keys pressed ahead, for the next Gather. */
  typedAhead = '';
  /** How often the call has waited for somebody. */
  waits = 0;
  readonly transcript: TranscriptEntry[] = [];

  /** Resolves at the end of the call. */
  readonly done: Promise<void>;

  #tellDone: () => void = () => undefined;
  #turn: Utterance[] = [];
  #speechMs = 0;
  #collected = '';
  #wait: { waitingFor: WaitingFor; resolve: (input: Input) => void; timer: NodeJS.Timeout | null } | null = null;
  #ring: ((outcome: RingOutcome) => void) | null = null;
  #settled: (() => void)[] = [];

  constructor(
    readonly world: World,
    readonly facts: CallFacts,
  ) {
    this.createdAt = world.now();
    this.done = new Promise((resolve) => {
      this.#tellDone = resolve;
    });
  }

  get over(): boolean {
    return this.endedAt !== null;
  }

  get waitingFor(): WaitingFor | null {
    return this.#wait?.waitingFor ?? null;
  }

  get rings(): boolean {
    return this.#ring !== null;
  }

  get durationSeconds(): number {
    if (!this.startedAt) return 0;
    return Math.max(0, Math.round(((this.endedAt ?? this.world.now()).getTime() - this.startedAt.getTime()) / 1_000));
  }

  #note(entry: TranscriptEntry): void {
    if (this.transcript.length < transcriptLimit) this.transcript.push(entry);
  }

  say(utterance: Utterance): void {
    this.#turn.push(utterance);
    this.#note({ kind: 'heard', ...utterance });
    // About 130 ms for a written character: a Korean syllable at the pace of a calm voice.
    this.#speechMs += utterance.text.length * 130;
  }

  /** A key cuts short what was said last. */
  interrupt(): void {
    for (const last of [this.#turn.at(-1), this.transcript.findLast((entry) => entry.kind === 'heard')]) {
      if (last) last.interrupted = true;
    }
  }

  keepSilent(seconds: number): void {
    this.#speechMs += seconds * 1_000;
  }

  /** Waits for the person. With a real clock it times out by itself; else only the desk ends the wait. */
  wait(waitingFor: WaitingFor, collected = ''): Promise<Input> {
    if (this.over) return Promise.resolve({ kind: 'hung-up' });
    return new Promise((resolve) => {
      this.waits += 1;
      this.#collected = collected;
      this.#wait = { waitingFor, resolve, timer: null };
      this.#windUp(this.#speechMs);
      this.#speechMs = 0;
      this.#tellSettled();
    });
  }

  #windUp(speechMs: number): void {
    const wait = this.#wait;
    if (!wait || this.facts.clock === 'stopped' || wait.waitingFor.kind === 'conversation') return;
    if (wait.timer) clearTimeout(wait.timer);
    const seconds = wait.waitingFor.kind === 'recording' ? wait.waitingFor.maxSeconds : wait.waitingFor.timeoutSeconds;
    wait.timer = setTimeout(() => this.silence(), speechMs + seconds * 1_000);
  }

  /** Ends the wait, if there is one. */
  give(input: Input): boolean {
    const wait = this.#wait;
    if (!wait) return false;
    if (wait.timer) clearTimeout(wait.timer);
    this.#wait = null;
    wait.resolve(input);
    return true;
  }

  /** Presses keys; answers those that nobody took, or null when nothing listens to keys. */
  press(keys: string, ahead: boolean): string | null {
    const waitingFor = this.waitingFor;
    if (waitingFor?.kind !== 'keys') return null;
    const collected = collectKeys(waitingFor, this.#collected, keys);
    this.#note({ kind: 'pressed', keys: keys.slice(0, keys.length - collected.rest.length) });
    this.#collected = collected.digits;
    if (!collected.complete) {
      this.#windUp(0);
      return '';
    }
    this.give({ kind: 'keys', digits: collected.digits });
    if (!ahead) return collected.rest;
    this.typedAhead = collected.rest;
    return '';
  }

  silence(): boolean {
    if (!this.#wait || this.#wait.waitingFor.kind === 'conversation') return false;
    this.#note({ kind: 'silence' });
    return this.give({ kind: 'silence', digits: this.#collected });
  }

  speak(seconds: number, key: string): boolean {
    const waitingFor = this.waitingFor;
    if (waitingFor?.kind !== 'recording') return false;
    this.#note({ kind: 'spoke', seconds });
    return this.give({ kind: 'spoke', seconds: Math.min(seconds, waitingFor.maxSeconds), key });
  }

  /** Rings until it is answered, declined, given up or canceled. */
  ring(timeoutSeconds: number): Promise<RingOutcome> {
    this.status = 'ringing';
    return new Promise((resolve) => {
      const timer =
        this.facts.clock === 'real'
          ? setTimeout(() => this.endRing({ kind: 'no-answer' }), timeoutSeconds * 1_000)
          : null;
      this.#ring = (outcome) => {
        if (timer) clearTimeout(timer);
        resolve(outcome);
      };
    });
  }

  endRing(outcome: RingOutcome): boolean {
    const ring = this.#ring;
    this.#ring = null;
    ring?.(outcome);
    return ring !== null;
  }

  start(): void {
    this.status = 'in-progress';
    this.startedAt ??= this.world.now();
  }

  /** Ends the call; whatever waited is told that the line is cut. Ending twice changes nothing. */
  end(by: EndedBy, status: CallStatus = 'completed'): boolean {
    if (this.over) return false;
    this.status = status;
    this.endedBy = by;
    this.endedAt = this.world.now();
    this.#note({ kind: 'ended', by });
    this.give({ kind: 'hung-up' });
    this.endRing({ kind: 'canceled' });
    this.#tellDone();
    this.#tellSettled();
    return true;
  }

  #tellSettled(): void {
    for (const resolve of this.#settled.splice(0)) resolve();
  }

  /** Resolves when the call waits for somebody, or is over. */
  async settled(): Promise<void> {
    while (!this.over && !this.#wait) await new Promise<void>((resolve) => this.#settled.push(resolve));
  }

  get state(): CallAnswer['state'] {
    if (this.over) return 'completed';
    return this.status === 'ringing' || this.status === 'queued' ? 'ringing' : 'in-progress';
  }

  #facts(): Omit<CallAnswer, 'heard'> {
    const { from, to } = this.facts;
    return {
      sid: this.sid,
      from,
      to,
      state: this.state,
      status: this.status,
      waitingFor: this.waitingFor,
      ...(this.endedBy ? { endedBy: this.endedBy } : {}),
      ...(this.error ? { error: this.error } : {}),
    };
  }

  /** What is new since the last answer. */
  answer(dropped = ''): CallAnswer {
    const heard = this.#turn.splice(0);
    return { ...this.#facts(), heard, ...(dropped === '' ? {} : { dropped }) };
  }

  record(): CallRecord {
    return { ...this.#facts(), direction: this.facts.direction, transcript: [...this.transcript] };
  }
}
