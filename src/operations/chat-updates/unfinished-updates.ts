import type { Deps } from '../ports.ts';
import type { ChatUpdateOperations, KeptUpdate } from './chat-update-operations.ts';

/** Longer than anybody works on an update. */
const leaseMs = 60_000;
const mostTries = 3;
const mostAtOnce = 50;
/** Telegram repeats an update for a day at most (https://core.telegram.org/bots/api#getting-updates). */
const keptMs = 3 * 86_400_000;
const mostPruned = 1_000;

/** `at` is when an update was last begun: whoever moves it has the update for a minute. */
export const unfinishedUpdates =
  ({ store, now, log }: Deps): ChatUpdateOperations['unfinishedUpdates'] =>
  async () => {
    const at = now();
    const stale = new Date(at.getTime() - leaseMs);
    const due = await store.read.chatUpdate.findMany({
      where: { doneAt: null, at: { lte: stale } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: mostAtOnce,
    });
    const taken: KeptUpdate[] = [];
    for (const { id, chat, sealed, tries, at: begun } of due) {
      const where = { id, doneAt: null, at: begun };
      if (tries >= mostTries || sealed === null) {
        await store.transaction((tx) => tx.chatUpdate.updateMany({ where, data: { doneAt: at, sealed: null } }));
        log.error({ update: id, tries }, 'a chat update could not be worked on, and is given up');
        continue;
      }
      const { count } = await store.transaction((tx) =>
        tx.chatUpdate.updateMany({ where, data: { at, tries: { increment: 1 } } }),
      );
      if (count === 1) taken.push({ id, chat, sealed });
    }
    return taken;
  };

export const pruneUpdates =
  ({ store, now }: Deps): ChatUpdateOperations['pruneUpdates'] =>
  async () => {
    const old = { doneAt: { lte: new Date(now().getTime() - keptMs) } };
    const due = await store.read.chatUpdate.findMany({ where: old, select: { id: true }, take: mostPruned });
    if (due.length === 0) return 0;
    const id = { in: due.map((one) => one.id) };
    const { count } = await store.transaction((tx) => tx.chatUpdate.deleteMany({ where: { id } }));
    return count;
  };
