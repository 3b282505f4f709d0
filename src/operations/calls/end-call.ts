import type { Deps } from '../ports.ts';
import type { CallLog } from './call-log.ts';
import type { CallOperations } from './call-operations.ts';

/** A broken call is taken up by one other call. */
export const takeUpCall =
  ({ store }: Deps): CallOperations['takeUpCall'] =>
  (brokenSid, bySid) =>
    store.transaction(async (tx) => {
      await tx.call.updateMany({ where: { sid: brokenSid, resumedBy: null }, data: { resumedBy: bySid } });
    });

/**
 * The line is down. Where there is something to go on with this is written before it is answered; other calls end in
 * the log, like all else that happens in them.
 */
export const endCall =
  ({ store }: Deps, log: CallLog): CallOperations['endCall'] =>
  async (sid) => {
    const known = log.newestOf(sid) ?? (await store.read.call.findUnique({ where: { sid }, select: { sealed: true } }));
    log.addEnd(sid);
    if (known?.sealed) await log.flushOrFail();
  };
