import type { Tx } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { Deps } from '../ports.ts';
import type { CallTurn } from './call-operations.ts';

const flushEveryMs = 250;
const mostInMemory = 10_000;

interface Logged {
  turn: CallTurn;
  at: Date;
}

/**
 * What happened in calls, kept in memory for a moment and written in batches: a turn must not wait for the log. A crash
 * loses at most the last quarter of a second of it, and no money.
 */
export class CallLog {
  readonly #deps: Deps;
  #waiting: Logged[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  add(turn: CallTurn): void {
    if (this.#waiting.length >= mostInMemory) {
      this.#deps.log.warn({ lost: this.#waiting.length }, 'the call log is full; its oldest turns are lost');
      this.#waiting = [];
    }
    this.#waiting.push({ turn, at: this.#deps.now() });
    this.#timer ??= setTimeout(() => void this.flush(), flushEveryMs).unref();
  }

  /** Writes what waits. Never rejects: what could not be written is kept for the next time. */
  async flush(): Promise<number> {
    const { log } = this.#deps;
    const turns = this.#waiting.length;
    return this.#inTurn(() => this.#write(async () => {})).catch((error: unknown) => {
      log.error({ error, turns }, 'the call log could not be written');
      return 0;
    });
  }

  /** Writes what waits of calls from this telephone, so that what is read next knows of them. */
  async flushOf(caller: string): Promise<void> {
    await this.#writing.catch(() => undefined);
    if (this.#waiting.some(({ turn }) => turn.caller === caller)) await this.flush();
  }

  /** Writes what waits, and in the same transaction does `work`. Rejects when nothing could be written. */
  async flushWith(work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.#inTurn(() => this.#write(work));
  }

  /** Batches are written one after another. */
  #inTurn(write: () => Promise<number>): Promise<number> {
    const written = this.#writing.then(write, write);
    this.#writing = written;
    return written;
  }

  async #write(work: (tx: Tx) => Promise<void>): Promise<number> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      await this.#deps.store.transaction(async (tx) => {
        if (batch.length > 0) await save(tx, batch, this.#deps.limits.holdMs);
        await work(tx);
      });
      return batch.length;
    } catch (error) {
      this.#waiting = [...batch, ...this.#waiting];
      if (batch.length > 0) this.#timer ??= setTimeout(() => void this.flush(), flushEveryMs * 4).unref();
      throw error;
    }
  }
}

async function save(tx: Tx, batch: readonly Logged[], resumableMs: number): Promise<void> {
  const sids = [...new Set(batch.map(({ turn }) => turn.sid))];
  const known = await tx.call.findMany({ where: { sid: { in: sids } }, select: { sid: true, endedAt: true } });
  const endedAt = new Map(known.map((call) => [call.sid, call.endedAt]));
  const written = await tx.callTurn.findMany({
    where: { callSid: { in: sids } },
    select: { callSid: true, turn: true, step: true },
  });
  const newestWritten = newestOf(written, ({ callSid: sid, turn }) => ({ sid, turn }));
  for (const { turn, at } of newestOf(batch, (logged) => logged.turn).values()) {
    const { sid, caller, called, language, memberId, step, sealed } = turn;
    if (!endedAt.has(sid)) {
      await tx.execute(sql`
        INSERT INTO "Call" ("sid", "caller", "called", "language", "step", "startedAt")
        VALUES (${sid}, ${caller}, ${called}, ${language}, ${step}, ${at}) ON CONFLICT DO NOTHING`);
    }
    // A turn that is delivered late or again does not set the call back, and what the hang-up kept stays. But a hold
    // that was answered after the hang-up can still be gone on with.
    if (turn.turn < (newestWritten.get(sid)?.turn ?? 0)) continue;
    if (endedAt.get(sid) && sealed === null) continue;
    const resumableUntil = sealed === null ? null : new Date(at.getTime() + resumableMs);
    await tx.call.updateMany({ where: { sid }, data: { language, memberId, step, sealed, resumableUntil } });
  }
  await tx.callTurn.createMany({ data: unwritten(batch, written) });
}

type Written = { callSid: string; turn: number; step: string };

/** A redelivered turn is logged once. */
function unwritten(batch: readonly Logged[], written: readonly Written[]) {
  const rows = new Map(
    batch.map(({ turn: { sid: callSid, turn, step, outcome }, at }) => [
      `${callSid} ${turn} ${step}`,
      { callSid, turn, step, outcome, at },
    ]),
  );
  for (const { callSid, turn, step } of written) rows.delete(`${callSid} ${turn} ${step}`);
  return [...rows.values()];
}

/** Of each call the latest, in whatever order they came. */
function newestOf<T>(all: readonly T[], where: (one: T) => { sid: string; turn: number }): Map<string, T> {
  const newest = new Map<string, T>();
  for (const one of all) {
    const { sid, turn } = where(one);
    const before = newest.get(sid);
    if (!before || turn >= where(before).turn) newest.set(sid, one);
  }
  return newest;
}
