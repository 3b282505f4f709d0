import path from 'node:path';
import { type ChildProgram, childProgram } from '../support/child-program.ts';
import { Program } from './program.ts';

/**
 * The processes of a test file. A process that has been started to take up what another left behind, and did, is the
 * next story's victim: each story costs one start.
 */
export class Programs {
  readonly #bundle: ChildProgram;
  readonly #oneAhead: boolean;
  readonly #idle: Program[] = [];
  readonly #all: Promise<Program>[] = [];
  #ahead: Promise<Program> | undefined;

  private constructor(bundle: ChildProgram, oneAhead: boolean) {
    this.#bundle = bundle;
    this.#oneAhead = oneAhead;
  }

  /** `oneAhead`: the next process starts while one is taken; for one story with many deaths. */
  static async bundle({ oneAhead = false } = {}): Promise<Programs> {
    return new Programs(await childProgram(path.join(import.meta.dirname, 'victim.ts')), oneAhead);
  }

  async take(): Promise<Program> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    const next = this.#ahead ?? this.#start();
    this.#ahead = this.#oneAhead ? next.then(() => this.#start()) : undefined;
    return next;
  }

  #start(): Promise<Program> {
    const program = Program.start(this.#bundle.file);
    this.#all.push(program);
    return program;
  }

  giveBack(program: Program): void {
    this.#idle.push(program);
  }

  async dispose(): Promise<void> {
    await this.#ahead;
    await Promise.all(this.#all.map(async (program) => (await program).kill()));
    this.#bundle.dispose();
  }
}
