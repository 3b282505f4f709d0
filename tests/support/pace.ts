import type { PaceLimits } from '../../src/outbox/pace.ts';

/** Time stands still in a test until it is said to pass. */
export const asFastAsMayBe: PaceLimits = {
  perSecond: { text: 1_000_000, chat: 1_000_000, email: 1_000_000, call: 1_000_000 },
  chatEveryMs: 0,
};
