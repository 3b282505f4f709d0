import type { DueWork } from '../operations.ts';
import type { Deps } from '../ports.ts';
import { giftWithCertificate } from './gift-row.ts';
import { close } from './refuse-gift.ts';

const mostAtOnce = 50;

/** Gifts that nobody answered in time end, and their money goes back. */
export const lapseGifts =
  (deps: Deps): DueWork['lapseGifts'] =>
  async () => {
    const { store, now } = deps;
    const ranOut = { state: 'offered', lapsesAt: { lte: now() } };
    const due = await store.read.gift.findMany({ where: ranOut, select: { id: true }, take: mostAtOnce });
    let lapsed = 0;
    for (const { id } of due) {
      const closed = await store.transaction(async (tx) => {
        const row = await tx.gift.findFirst({ where: { id, ...ranOut }, include: giftWithCertificate });
        if (!row) return false;
        await close(tx, deps, row, 'lapsed');
        deps.failpoint('lapse.saving');
        return true;
      });
      if (!closed) continue;
      deps.failpoint('lapse.saved');
      lapsed++;
    }
    if (lapsed > 0) deps.nudge();
    return lapsed;
  };
