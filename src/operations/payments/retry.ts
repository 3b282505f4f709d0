/** How long a request to the card company may be under way before another process may look after it. */
const leaseMs = 20_000;

const firstRetryMs = 2_000;
const longestRetryMs = 60_000;

/** When an unanswered request is looked up again: 2, 4, 8 … 60 seconds. */
export const retryAt = (at: Date, tries: number): Date =>
  new Date(at.getTime() + Math.min(firstRetryMs * 2 ** Math.min(tries, 10), longestRetryMs));

export const leaseUntil = (at: Date): Date => new Date(at.getTime() + leaseMs);
