import type { Tx } from '../../store/open-store.ts';
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
  #flushing: Promise<number> = Promise.resolve(0);

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
  flush(): Promise<number> {
    this.#flushing = this.#flushing.then(() => this.#write());
    return this.#flushing;
  }

  async #write(): Promise<number> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    if (batch.length === 0) return 0;
    this.#waiting = [];
    try {
      await this.#deps.store.transaction((tx) => this.#save(tx, batch));
      return batch.length;
    } catch (error) {
      this.#deps.log.error({ error, turns: batch.length }, 'the call log could not be written');
      this.#waiting = [...batch, ...this.#waiting];
      this.#timer ??= setTimeout(() => void this.flush(), flushEveryMs * 4).unref();
      return 0;
    }
  }

  async #save(tx: Tx, batch: Logged[]): Promise<void> {
    const { limits } = this.#deps;
    const newest = newestOf(batch);
    const known = await tx.call.findMany({
      where: { sid: { in: [...newest.keys()] } },
      select: { sid: true, endedAt: true, turns: { orderBy: { turn: 'desc' }, take: 1, select: { turn: true } } },
    });
    const calls = new Map(known.map((call) => [call.sid, call]));
    for (const [sid, { turn, at }] of newest) {
      const call = calls.get(sid);
      // A turn that is delivered late or again does not set the call back, and what the hang-up kept stays. But a hold
      // that was answered after the hang-up can still be gone on with.
      if (!call || turn.turn < (call.turns[0]?.turn ?? 0)) continue;
      if (call.endedAt && turn.sealed === null) continue;
      const resumableUntil = turn.sealed === null ? null : new Date(at.getTime() + limits.holdMs);
      const { language, memberId, step, sealed } = turn;
      await tx.call.update({ where: { sid }, data: { language, memberId, step, sealed, resumableUntil } });
    }
    const turns = await this.#unwritten(
      tx,
      batch.filter(({ turn }) => calls.has(turn.sid)),
    );
    await tx.callTurn.createMany({ data: turns });
  }

  /** A redelivered turn is logged once. */
  async #unwritten(tx: Tx, batch: Logged[]) {
    const rows = new Map(
      batch.map(({ turn: { sid: callSid, turn, step, outcome }, at }) => [
        `${callSid} ${turn} ${step}`,
        { callSid, turn, step, outcome, at },
      ]),
    );
    const callSids = [...new Set([...rows.values()].map(({ callSid }) => callSid))];
    const written = await tx.callTurn.findMany({
      where: { callSid: { in: callSids } },
      select: { callSid: true, turn: true, step: true },
    });
    for (const { callSid, turn, step } of written) rows.delete(`${callSid} ${turn} ${step}`);
    return [...rows.values()];
  }
}

/** Of each call the latest turn, in whatever order they came. */
function newestOf(batch: Logged[]): Map<string, Logged> {
  const newest = new Map<string, Logged>();
  for (const logged of batch) {
    const { sid, turn } = logged.turn;
    if (turn >= (newest.get(sid)?.turn.turn ?? 0)) newest.set(sid, logged);
  }
  return newest;
}
