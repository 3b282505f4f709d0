import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/start.ts';
import { openAccounts } from '../../src/accounts.ts';
import { readSettings, type Settings } from '../../src/config.ts';
import { audit } from '../../src/operations/audit/audit.ts';
import type { FailpointName } from '../../src/operations/ports.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openTestStore, type TemporaryDatabase, temporarySqlite } from '../support/database.ts';
import { type Desk, openDesk, type Phone } from '../support/desk.ts';
import { quietPort } from '../support/quiet-port.ts';
import { openTill, type Till } from '../support/till.ts';
import type { Conditions, Stop } from './orders.ts';
import { Died, type Program } from './program.ts';
import type { Programs } from './programs.ts';
import { expectRightEnd, type Leaves } from './right-end.ts';

const line = '+8215880000';
const firstInstant = '2026-11-20T03:00:00.000Z';
const mostRounds = 50;

/** Leases of payments (20 s) and of messages (60 s) end, then the ten minutes of a hold. */
const recoverySeconds = [0, 21, 61, 660];

const usual: Conditions = { chats: false, providersPace: false, answeredAtOnce: 100 };

/** The outer world, a database, and a program in a process of its own that may die and be started again. */
export class Scene {
  readonly #programs: Programs;
  readonly #env: Record<string, string>;
  readonly #simulator: Simulator;
  readonly #database: TemporaryDatabase;
  readonly #clock: { nowMs: number };
  readonly #conditions: Conditions;
  readonly desk: Desk;
  #program: Program | null = null;

  private constructor(made: Made) {
    this.#programs = made.programs;
    this.#env = made.env;
    this.#simulator = made.simulator;
    this.#database = made.database;
    this.#clock = made.clock;
    this.#conditions = made.conditions;
    this.desk = openDesk(made.simulator.url);
  }

  static async open(programs: Programs, given: Partial<Conditions> = {}): Promise<Scene> {
    const database = await temporarySqlite();
    const clock = { nowMs: Date.parse(firstInstant) };
    const env = {
      DATABASE_URL: database.url,
      DATA_DIR: path.dirname(database.url.slice('file:'.length)),
      SECRET_KEY: 'a secret that outlives each process',
      PORT: String(await quietPort()),
      SIMULATOR_PORT: String(await quietPort()),
      SIMULATOR_SMTP_PORT: String(await quietPort()),
    };
    const simulator = await playWorld(env, () => new Date(clock.nowMs));
    return new Scene({ programs, env, simulator, database, clock, conditions: { ...usual, ...given } });
  }

  phone(number: string): Phone {
    return this.desk.phone(number);
  }

  /** A till of Halla Music. */
  till(): Till {
    return openTill(`http://127.0.0.1:${this.#env.PORT}`, 'demo-terminal-101');
  }

  get #alive(): Program {
    if (!this.#program) throw new Error('the program is not running');
    return this.#program;
  }

  async starts(): Promise<void> {
    this.#program = await this.#programs.take();
    await this.#program.ask({ kind: 'open', env: this.#env, at: this.#at, conditions: this.#conditions });
  }

  get now(): Date {
    return new Date(this.#clock.nowMs);
  }

  get #at(): string {
    return this.now.toISOString();
  }

  async passes(time: { seconds?: number; minutes?: number; days?: number }): Promise<void> {
    const { seconds = 0, minutes = 0, days = 0 } = time;
    this.#clock.nowMs += ((days * 24 * 60 + minutes) * 60 + seconds) * 1000;
    await this.#alive.ask({ kind: 'clock', at: this.#at });
  }

  /** The quarter of a second after which a turn of a call is in the log; people press keys more slowly than that. */
  async logsTheCall(): Promise<void> {
    await this.#alive.ask({ kind: 'write-log' });
  }

  /** From now on the program does what is due by itself. */
  async keepsWorking(): Promise<void> {
    await this.#alive.ask({ kind: 'keep-working' });
  }

  /** The address of the program, and what the phone network signs with. */
  get address(): { url: string; authToken: string } {
    const { twilio } = openAccounts(settingsIn(this.#env));
    return { url: `http://127.0.0.1:${this.#env.PORT}`, authToken: twilio.authToken };
  }

  /** Megabytes that the program takes up now. */
  async memoryMb(): Promise<number> {
    const status = await readFile(`/proc/${this.#alive.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Looks into the database while the program runs. */
  async looksInto<T>(look: (store: Store) => Promise<T>): Promise<T> {
    const store = await openTestStore(this.#database.url);
    try {
      return await look(store);
    } finally {
      await store.close();
    }
  }

  /** Does all that is due now, on both sides. */
  settles(): Promise<void> {
    return this.#settle(this.#alive);
  }

  /** Does what is due, over and over, while a caller waits for it on the line. */
  async settlesWhile(waiting: PromiseLike<unknown>): Promise<void> {
    let over = false;
    const end = () => {
      over = true;
    };
    waiting.then(end, end);
    while (!over) await this.#alive.ask({ kind: 'work' });
  }

  async #settle(program: Program): Promise<void> {
    for (let round = 0; round < mostRounds; round++) {
      await this.#simulator.idle();
      const done = await program.ask({ kind: 'work' });
      await this.#simulator.idle();
      if (done === 0) return;
    }
    throw new Error('the scene does not come to rest');
  }

  /** All that may have been left half done is taken up again. */
  async recovers(): Promise<void> {
    for (const seconds of recoverySeconds) {
      await this.passes({ seconds });
      await this.settles();
    }
  }

  /** Kills the process between two of its instructions, wherever it is. */
  async isKilled(): Promise<void> {
    await this.#alive.kill();
    this.#program = null;
  }

  /** Runs `deed`, and the work that follows from it, in which the process must die at this failpoint. */
  async isKilledAt(at: FailpointName | Stop, deed: () => Promise<unknown>): Promise<void> {
    const stop = typeof at === 'string' ? { failpoint: at } : at;
    const { failpoint } = stop;
    const program = this.#alive;
    await program.ask({ kind: 'arm', stop, by: 'SIGKILL' });
    const lived = async () => {
      await deed();
      await this.#settle(program);
      throw new Error(`the failpoint ${failpoint} was never reached`);
    };
    // After the death the deed, and the work of the outer world that goes with it, may end as they can.
    await Promise.race([program.ended, lived().catch((reason: unknown) => dies(program, reason))]);
    expect(await program.diedAt(failpoint)).toBe(true);
    this.#program = null;
  }

  /** Works by itself until it comes there, is asked to end, and ends in good order. */
  async isAskedToEndAt(stop: Stop): Promise<void> {
    const program = this.#alive;
    await program.ask({ kind: 'arm', stop, by: 'SIGTERM' });
    await program.ask({ kind: 'keep-working' });
    await program.ended;
    this.#program = null;
    expect([program.exitCode, program.takeErrors()]).toEqual([0, []]);
  }

  /** Ends the program in good order, which had nothing to complain of, and every truth holds. */
  async endsSound(): Promise<void> {
    const program = this.#alive;
    await program.ask({ kind: 'close' });
    this.#program = null;
    this.#programs.giveBack(program);
    expect(program.takeErrors()).toEqual([]);
    await this.isSound();
  }

  /** Ends the program in good order and looks at what is left: every truth holds, and the outer world agrees. */
  async endsRight(leaves: Leaves): Promise<void> {
    await this.endsSound();
    await this.looksInto((store) => expectRightEnd({ store, desk: this.desk }, leaves));
  }

  /** Every truth of the audit holds. */
  async isSound(): Promise<void> {
    await this.looksInto(async (store) => expect(await audit(store, this.now)).toEqual([]));
  }

  async close(): Promise<void> {
    await this.#program?.kill();
    await this.#simulator.close();
    await this.#database.dispose();
  }
}

/** Trouble is only to be expected in a process that has died, or is dying as the answer gets lost. */
async function dies(program: Program, reason: unknown): Promise<void> {
  const answers = await program.ask({ kind: 'write-log' }).then(
    () => true,
    (why: unknown) => !(why instanceof Died),
  );
  if (answers) throw reason;
}

interface Made {
  programs: Programs;
  env: Record<string, string>;
  simulator: Simulator;
  database: TemporaryDatabase;
  clock: { nowMs: number };
  conditions: Conditions;
}

function settingsIn(env: Record<string, string>): Settings {
  const read = readSettings(env);
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  return read.settings;
}

function playWorld(env: Record<string, string>, now: () => Date): Promise<Simulator> {
  const settings = settingsIn(env);
  const { twilio, stripe, telegram } = openAccounts(settings);
  const { simulatorPort: port, simulatorSmtpPort: smtpPort, publicUrl: appUrl } = settings;
  return startSimulator({
    port,
    smtpPort,
    appUrl,
    lineNumber: line,
    messageNumber: line,
    twilio,
    stripe,
    telegram,
    now,
  });
}
