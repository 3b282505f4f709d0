import { chatHolds } from '../../core/payments/hold-key.ts';
import { parseE164 } from '../../core/phone.ts';
import type { Tx } from '../../store/open-store.ts';
import { sql } from '../../store/sql.ts';
import type { CallTurn } from './call-operations.ts';

export interface Logged {
  turn: CallTurn;
  at: Date;
}

export interface Ended {
  sid: string;
  at: Date;
}

interface Batch {
  turns: readonly Logged[];
  ends: readonly Ended[];
}

/** What happened in some calls, written at once. A hold stays open `holdMs` after the last turn, or the hang-up. */
export async function saveCalls(tx: Tx, { turns: batch, ends }: Batch, holdMs: number): Promise<void> {
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
    const resumableUntil = sealed === null ? null : new Date(at.getTime() + holdMs);
    await tx.call.updateMany({ where: { sid }, data: { language, memberId, step, sealed, resumableUntil } });
  }
  await tx.callTurn.createMany({ data: unwritten(batch, written) });
  for (const ended of ends) await saveEnd(tx, ended, holdMs);
}

/** From now on, a hold of this call stays open its full time, and the call can be gone on with. */
async function saveEnd(tx: Tx, { sid, at }: Ended, holdMs: number): Promise<void> {
  const call = await tx.call.findUnique({ where: { sid } });
  if (!call || call.endedAt) return;
  const until = new Date(at.getTime() + holdMs);
  const { sealed, memberId, caller } = call;
  const resumableUntil = sealed === null ? null : until;
  await tx.call.updateMany({ where: { sid }, data: { endedAt: at, resumableUntil } });
  if (sealed === null || memberId === null || parseE164(caller) === null) return;
  // By caller and not by call: a call that was taken up again goes on with the hold of the one before. What the same
  // member buys in the chat meanwhile has a time of its own.
  await tx.hold.updateMany({
    where: {
      ...{ memberId, callerPhone: caller, state: 'open', pending: null, expiresAt: { gt: at } },
      key: { not: { startsWith: chatHolds } },
    },
    data: { expiresAt: until },
  });
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
