import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { FailpointName } from '../../src/operations/ports.ts';
import { type Answer, lastWords, type Order } from './orders.ts';

/** The process ended before it answered. */
export class Died extends Error {}

interface Waiting {
  resolve(count: number): void;
  reject(why: Error): void;
}

const keptChars = 20_000;

/** A running program, as the test holds it by the hand. */
export class Program {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ready: Promise<void>;
  readonly #closed: Promise<unknown>;
  #asked = 0;
  #said = '';
  #log = '';
  #ended = false;

  private constructor(file: string) {
    this.#child = fork(file, [], { env: {}, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#child.stdout?.on('data', (text) => {
      this.#log += text;
    });
    this.#child.stderr?.on('data', (text) => {
      this.#said = (this.#said + text).slice(-keptChars);
    });
    // What cannot be sent to a process that has just died is answered by its end.
    this.#child.on('error', () => this.#end());
    this.#closed = once(this.#child, 'close').then(() => this.#end());
    this.#ready = new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve: () => resolve(), reject });
    });
    this.#child.on('message', (answer: Answer) => this.#hear(answer));
  }

  static async start(file: string): Promise<Program> {
    const program = new Program(file);
    await program.#ready;
    return program;
  }

  #hear(answer: Answer): void {
    const id = answer.kind === 'ready' ? 0 : answer.id;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (answer.kind === 'failed') waiting?.reject(new Error(answer.why));
    else waiting?.resolve(answer.kind === 'done' ? answer.count : 0);
  }

  #end(): void {
    this.#ended = true;
    for (const { reject } of this.#waiting.values()) reject(new Died(`the process has ended. ${this.#said}`));
    this.#waiting.clear();
  }

  /** Resolves when the order is done; throws Died when the process ends first. */
  ask(order: Order): Promise<number> {
    if (this.#ended) return Promise.reject(new Died('the process has ended'));
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ ...order, id }, () => {});
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves when the process is no more. */
  get ended(): Promise<unknown> {
    return this.#closed;
  }

  /** Whether it died by its own hand at this failpoint. To be asked when it has ended. */
  async diedAt(failpoint: FailpointName): Promise<boolean> {
    await this.#closed;
    return this.#child.signalCode === 'SIGKILL' && this.#said.includes(lastWords(failpoint));
  }

  /** What it ended with; null: by a signal. To be asked when it has ended. */
  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  /** Nothing is left of the process afterwards, whatever it was doing. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  /** What it logged as an error since this was asked last. */
  takeErrors(): string[] {
    const lines = this.#log.split('\n');
    this.#log = '';
    return lines.filter((line) => /"level":(50|60)/.test(line));
  }
}
