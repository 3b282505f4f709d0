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
      // One gift that cannot lapse must not keep the others.
      if (!(await lapse(deps, id, ranOut).catch(complain(deps, id)))) continue;
      deps.failpoint('lapse.saved');
      lapsed++;
    }
    if (lapsed > 0) deps.nudge();
    return lapsed;
  };

const lapse = (deps: Deps, id: string, ranOut: { state: string; lapsesAt: { lte: Date } }): Promise<boolean> =>
  deps.store.transaction(async (tx) => {
    const row = await tx.gift.findFirst({ where: { id, ...ranOut }, include: giftWithCertificate });
    if (!row) return false;
    await close(tx, deps, row, 'lapsed');
    deps.failpoint('lapse.saving');
    return true;
  });

const complain =
  ({ log }: Deps, giftId: string) =>
  (error: unknown): false => {
    log.error({ err: error, giftId }, 'a gift could not lapse; it stays due');
    return false;
  };
