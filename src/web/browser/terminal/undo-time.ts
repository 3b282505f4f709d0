import type { Use } from './kept.ts';

/** So long a mistake at the counter is undone here; later it is a matter for the shop's own page. */
const undoMs = 10 * 60_000;

export const inUndoTime = ({ undone, doneAtMs }: Use): boolean => !undone && Date.now() - doneAtMs < undoMs;
