import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { startSimulator } from '../../simulator/start.ts';
import { openAccounts } from '../../src/accounts.ts';
import { readSettings } from '../../src/config.ts';
import { audit } from '../../src/operations/audit/audit.ts';
import { tally } from '../races/sold.ts';
import { childProgram } from '../support/child-program.ts';
import { openTestStore, temporarySqlite } from '../support/database.ts';
import { openDesk } from '../support/desk.ts';
import { figure } from '../support/figure.ts';
import { quietPort } from '../support/quiet-port.ts';
import { people } from '../support/world.ts';
import { buyersKeys, Line, lineNumber } from './line.ts';

const calls = 60;
const callsASecond = 15;
/** By then many are on the line, at every step. */
const sigtermAfterCalls = 35;
/** What the program gives itself to end. */
const drainMs = 15_000;
const buyers = [
  { member: '100001', pin: '2580', phone: people.jisu },
  { member: '100003', pin: '3690', phone: people.sora },
] as const;

test('SIGTERM under load: calls go on with the next process, and none is lost', { timeout: 120_000 }, async () => {
  const [program, database] = [
    await childProgram(path.join(import.meta.dirname, '../../src/main.ts')),
    await temporarySqlite(),
  ];
  const [firstPort, nextPort] = [await quietPort(), await quietPort()];
  const [simulatorPort, smtpPort] = [await quietPort(), await quietPort()];
  const origin = `http://127.0.0.1:${firstPort}`;
  const env = (port: number) => ({
    PORT: String(port),
    PUBLIC_URL: origin,
    SIMULATOR_PORT: String(simulatorPort),
    SIMULATOR_SMTP_PORT: String(smtpPort),
    DATABASE_URL: database.url,
    DATA_DIR: path.dirname(database.url.slice('file:'.length)),
    SECRET_KEY: 'a secret that both processes know',
    LOG_LEVEL: 'error',
  });
  const read = readSettings(env(firstPort));
  if (read.kind === 'faults') throw new Error(read.faults.join('; '));
  const { twilio, stripe, telegram } = openAccounts(read.settings);
  const addresses = [origin, `http://127.0.0.1:${nextPort}`];
  let answering = 0;
  const simulator = await startSimulator({
    port: simulatorPort,
    smtpPort,
    // News of the card company and of texts go to whoever serves.
    appUrl: () => addresses[answering] ?? origin,
    lineNumber,
    messageNumber: lineNumber,
    twilio,
    stripe,
    telegram,
  });
  const first = await Running.start(program.file, env(firstPort));
  const next = await Running.start(program.file, env(nextPort));
  try {
    const line = new Line({ addresses, origin, authToken: twilio.authToken });
    const bought: Promise<string | null>[] = [];
    let drained: Promise<{ code: number | null; tookMs: number }> | undefined;
    for (let nth = 0; nth < calls; nth += 1) {
      const buyer = buyers[nth % buyers.length] ?? buyers[0];
      const call = line.calls(buyer.phone, buyersKeys(buyer, `010${40_000_000 + nth}`));
      bought.push(
        call.goesOnTo('done').then(({ heard }) => heard.find((said) => said.includes('결제됐습니다')) ?? null),
      );
      if (nth === sigtermAfterCalls) {
        answering = 1;
        drained = first.ends();
      }
      await pause(1_000 / callsASecond);
    }
    const heard = await Promise.all(bought);
    const { code, tookMs } = (await drained) ?? { code: null, tookMs: 0 };
    const store = await openTestStore(database.url);
    await vi.waitUntil(
      async () => (await store.read.outboxMessage.count({ where: { state: { notIn: ['sent', 'delivered'] } } })) === 0,
      { timeout: 60_000, interval: 200 },
    );
    const ended = await next.ends();
    const certificates = await store.read.certificate.findMany({ select: { holderPhone: true } });
    const intents = await openDesk(simulator.url).intents();
    // They stood in the kernel's queue when the program stopped to listen: the network sends them again.
    const cutOff = tally(line.sentOn).ECONNRESET ?? 0;
    figure('SIGTERM under load', {
      calls,
      bought: heard.filter((said) => said !== null).length,
      'exit code': String(code),
      'drained in ms': Math.round(tookMs),
      'turns taken by the next process': line.sentOn.length,
      'cut off and sent again': cutOff,
      lost: calls - new Set(certificates.map(({ holderPhone }) => holderPhone)).size,
    });
    expect(heard).not.toContain(null);
    expect([code, ended.code, first.said, next.said]).toEqual([0, 0, '', '']);
    expect(tookMs).toBeLessThan(drainMs);
    expect(line.sentOn.length).toBeGreaterThan(0);
    expect(certificates).toHaveLength(calls);
    expect(intents.filter(({ status }) => status === 'succeeded')).toHaveLength(calls);
    expect(intents.filter(({ status }) => status === 'requires_capture')).toEqual([]);
    expect(await audit(store, new Date())).toEqual([]);
    await store.close();
  } finally {
    first.kill();
    next.kill();
    await simulator.close();
    await database.dispose();
    program.dispose();
  }
});

/** The program itself, as it is started and ended from outside. */
class Running {
  readonly #child: ChildProcess;
  /** What it wrote as an error. */
  said = '';

  private constructor(file: string, env: Record<string, string>) {
    this.#child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child.stderr?.on('data', (text) => {
      this.said += text;
    });
  }

  /** Resolves when it serves: it greets then. */
  static async start(file: string, env: Record<string, string>): Promise<Running> {
    const running = new Running(file, env);
    const { stdout } = running.#child;
    if (!stdout) throw new Error('it has no output');
    await Promise.race([once(stdout, 'data'), once(running.#child, 'exit')]);
    if (running.#child.exitCode !== null) throw new Error(`it did not start: ${running.said}`);
    return running;
  }

  async ends(): Promise<{ code: number | null; tookMs: number }> {
    const from = performance.now();
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const [code] = await ended;
    return { code, tookMs: performance.now() - from };
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}
