import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/start.ts';
import { type Accounts, openAccounts } from '../../src/accounts.ts';
import { type App, openApp } from '../../src/app.ts';
import { readSettings, type Settings } from '../../src/config.ts';
import { audit } from '../../src/operations/audit/audit.ts';
import type { Limits } from '../../src/operations/limits.ts';
import type { Failpoint } from '../../src/operations/ports.ts';
import type { PaceLimits } from '../../src/outbox/pace.ts';
import { botApiSpec } from './bot-api-spec.ts';
import { type TemporaryDatabase, temporarySqlite } from './database.ts';
import { type Desk, openDesk, type Phone } from './desk.ts';
import { asFastAsMayBe } from './pace.ts';
import { quietPort } from './quiet-port.ts';
import { openTill, type Till } from './till.ts';
import { twimlFaults } from './twiml-types.ts';

/** People and places of the demo data. */
export const people = {
  jisu: '+821020000001',
  minho: '+821020000002',
  sora: '+821020000003',
  yuna: '+821030000001',
  hoon: '+821030000002',
  nobody: '+821030000009',
} as const;

/** A machine that is busy with other tests is no slow card company. */
const unhurried = { patienceMs: 4_000 } as const;

const firstInstant = Date.parse('2026-11-20T03:00:00.000Z');
const mostRounds = 50;

export interface WorldSettings {
  database?: TemporaryDatabase;
  limits?: Partial<Limits>;
  /** How fast bulk messages go; as fast as may be, if not said. */
  pace?: PaceLimits;
  failpoint?: Failpoint;
  env?: Record<string, string>;
  /** Folder of the built page of the simulator's desk. */
  deskDir?: string;
  /** Folder of what browsers load of the product's own pages. */
  pagesDir?: string;
}

/** The whole product with the outer world around it: what a person can do, a test can do. */
export class World {
  readonly line = '+8215880000';
  readonly log: string[] = [];
  app!: App;
  desk!: Desk;
  simulator!: Simulator;
  settings!: Settings;
  accounts!: Accounts;
  database!: TemporaryDatabase;
  #nowMs = firstInstant;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'giftline-test-'));

  static async open(given: WorldSettings = {}): Promise<World> {
    const world = new World();
    await world.#open(given);
    return world;
  }

  async #open({ database, limits, pace, failpoint, env, deskDir, pagesDir }: WorldSettings): Promise<void> {
    this.database = database ?? (await temporarySqlite());
    const port = await quietPort();
    this.simulator = await this.#startSimulator(port, env, deskDir);
    this.desk = openDesk(this.simulator.url);
    this.app = await openApp({
      settings: this.settings,
      accounts: this.accounts,
      now: this.now,
      limits: { ...unhurried, ...limits },
      pace: pace ?? asFastAsMayBe,
      ...(failpoint ? { failpoint } : {}),
      ...(pagesDir === undefined ? {} : { pagesDir }),
      logStream: { write: (line) => this.log.push(line) },
    });
    await this.app.server.listen({ port, host: '127.0.0.1' });
  }

  /** The simulator takes any port, which the settings must then name. */
  async #startSimulator(port: number, env: Record<string, string> = {}, deskDir?: string): Promise<Simulator> {
    const simulatorPort = await quietPort();
    this.settings = settingsFor({
      DATA_DIR: this.#dataDir,
      DATABASE_URL: this.database.url,
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      SIMULATOR_SMTP_PORT: String(await quietPort()),
      ...env,
    });
    this.accounts = openAccounts(this.settings);
    const { twilio, stripe, telegram } = this.accounts;
    return startSimulator({
      port: simulatorPort,
      smtpPort: this.settings.simulatorSmtpPort,
      appUrl: `http://127.0.0.1:${port}`,
      lineNumber: this.line,
      messageNumber: this.line,
      twilio,
      stripe,
      telegram,
      now: this.now,
      twimlCheck: twimlFaults,
      ...(botApiSpec ? { botApiCheck: botApiSpec.faultsInRequest } : {}),
      ...(deskDir === undefined ? {} : { deskDir }),
    });
  }

  readonly now = (): Date => new Date(this.#nowMs);

  /** Time is set, not waited for. */
  passes(time: { minutes?: number; hours?: number; days?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = time;
    this.#nowMs += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }

  phone(number: string): Phone {
    return this.desk.phone(number);
  }

  /** A till of a demo shop. */
  till(shop: '101' | '102' | '103' | '104'): Till {
    return openTill(this.url, `demo-terminal-${shop}`);
  }

  get url(): string {
    return this.settings.publicUrl;
  }

  /** Does all that is due now, on both sides, until nothing is left to do. */
  async settles(): Promise<void> {
    for (let round = 0; round < mostRounds; round++) {
      await this.simulator.idle();
      const done = await this.app.workers.finish();
      await this.simulator.idle();
      if (done === 0) return;
    }
    throw new Error('the world does not come to rest');
  }

  /** Every truth of the audit holds, and the outer world has nothing to complain of. */
  async isSound(): Promise<void> {
    expect(await audit(this.app.store, this.now())).toEqual([]);
    expect(this.simulator.complaints()).toEqual([]);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.simulator.close();
    await this.database.dispose();
    rmSync(this.#dataDir, { recursive: true, force: true });
    // A request that was answered twice: the client saw nothing of it.
    expect(this.log.filter((line) => line.includes('FST_ERR_REP'))).toEqual([]);
  }
}

function settingsFor(env: Record<string, string>): Settings {
  const read = readSettings({ LOG_LEVEL: 'info', ...env });
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  return read.settings;
}

/** Each test has a world of its own, and leaves it sound. */
export const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to see what a fixture needs
  world: async ({}, use) => {
    const world = await World.open();
    await use(world);
    await world.settles();
    await world.isSound();
    await world.close();
  },
});
