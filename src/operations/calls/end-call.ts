import { parseE164 } from '../../core/phone.ts';
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

/** The line is down: from now on, a hold of this call stays open its full time, and the call can be gone on with. */
export const endCall =
  ({ now, limits }: Deps, log: CallLog): CallOperations['endCall'] =>
  async (sid) => {
    const at = now();
    const until = new Date(at.getTime() + limits.holdMs);
    await log.flushWith(async (tx) => {
      const call = await tx.call.findUnique({ where: { sid } });
      if (!call || call.endedAt) return;
      const resumableUntil = call.sealed === null ? null : until;
      await tx.call.update({ where: { sid }, data: { endedAt: at, resumableUntil } });
      if (call.sealed === null || call.memberId === null || parseE164(call.caller) === null) return;
      // By caller and not by call: a call that was taken up again goes on with the hold of the one before.
      await tx.hold.updateMany({
        where: {
          memberId: call.memberId,
          callerPhone: call.caller,
          state: 'open',
          pending: null,
          expiresAt: { gt: at },
        },
        data: { expiresAt: until },
      });
    });
  };
