import path from 'node:path';
import { type ChildProgram, childProgram } from '../support/child-program.ts';
import { Program } from './program.ts';

/**
 * The processes of a test file. A process that has been started to take up what another left behind, and did, is the
 * next story's victim: each story costs one start.
 */
export class Programs {
  readonly #bundle: ChildProgram;
  readonly #idle: Program[] = [];
  readonly #all: Program[] = [];

  private constructor(bundle: ChildProgram) {
    this.#bundle = bundle;
  }

  static async bundle(): Promise<Programs> {
    return new Programs(await childProgram(path.join(import.meta.dirname, 'victim.ts')));
  }

  async take(): Promise<Program> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    const program = await Program.start(this.#bundle.file);
    this.#all.push(program);
    return program;
  }

  giveBack(program: Program): void {
    this.#idle.push(program);
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#all.map((program) => program.kill()));
    this.#bundle.dispose();
  }
}
