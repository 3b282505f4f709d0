import { parseE164 } from '../../core/phone.ts';
import type { Deps } from '../ports.ts';
import type { CallLog } from './call-log.ts';
import type { CallOperations } from './call-operations.ts';
import { whoCalls } from './who-calls.ts';

/** A call that goes on is heard of at least this often. */
const silentMs = 60_000;

export const startCall =
  (deps: Deps, log: CallLog, openedAt: Date): CallOperations['startCall'] =>
  async ({ sid, caller }) => {
    await log.flushOf(caller);
    const { language, returning } = await whoCalls(deps.store, caller);
    // Withheld numbers are many people.
    const broken = parseE164(caller) === null ? null : await findBroken(deps, openedAt, caller, sid);
    if (!broken?.sealed || !broken.memberId) return { language, returning, broken: null };
    return { language, returning, broken: { sid: broken.sid, sealed: broken.sealed, memberId: broken.memberId } };
  };

/** A call from this number that broke off, and that no other call has taken up. */
function findBroken({ store, now, limits }: Deps, openedAt: Date, caller: string, sid: string) {
  const at = now();
  // Every turn moves this time on: a call that is still going on, on a telephone that others share, is not offered. Of
  // one that was last heard of before this process began, the end may have been told to nobody.
  const lastTurnBy = Math.max(at.getTime() - silentMs, openedAt.getTime());
  const silentSince = new Date(lastTurnBy + limits.holdMs);
  return store.read.call.findFirst({
    where: {
      caller,
      sid: { not: sid },
      resumableUntil: { gt: at },
      AND: [
        { OR: [{ resumedBy: null }, { resumedBy: sid }] },
        { OR: [{ endedAt: { not: null } }, { resumableUntil: { lte: silentSince } }] },
      ],
    },
    orderBy: { startedAt: 'desc' },
  });
}
