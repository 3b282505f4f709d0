import { setTimeout as pause } from 'node:timers/promises';
import type { UnderWay } from '../payments/under-way.ts';
import type { Deps } from '../ports.ts';

/** How often a hold is looked at that another process is working on. */
const lookEveryMs = 200;

interface HoldNews {
  state: string;
  pending: string | null;
  reason: string | null;
  expiresAt: Date;
}

/** The hold as it is once `unsettled` no longer holds, or when a caller's patience is over. */
export async function waitWhile(
  deps: Deps,
  underWay: UnderWay,
  holdId: string,
  unsettled: (row: HoldNews) => boolean,
): Promise<HoldNews> {
  const { patienceMs } = deps.limits;
  const look = () =>
    deps.store.read.hold.findUniqueOrThrow({
      where: { id: holdId },
      select: { state: true, pending: true, reason: true, expiresAt: true },
    });
  if (await underWay.wait(holdId, patienceMs)) return look();
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += lookEveryMs) {
    const hold = await look();
    if (!unsettled(hold)) return hold;
    await pause(Math.min(lookEveryMs, patienceMs - waitedMs));
  }
  return look();
}
