const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** OWASP's session advice: a token that leaked is of no use for long. */
export const sessionTimes = {
  renewedEveryMs: 15 * minuteMs,
  /** Two pages asked for at once both have an answer. */
  previousGoodForMs: 30_000,
  idleMs: 12 * hourMs,
  longestMs: 7 * 24 * hourMs,
} as const;

export interface SessionState {
  createdAt: Date;
  rotatedAt: Date;
  expiresAt: Date;
}

/** What a token that was found opens. `presented`: whether it is the session's token, or the one before. */
export function sessionAt(
  session: SessionState,
  presented: 'current' | 'previous',
  at: Date,
): 'over' | 'good' | 'to-renew' {
  const sinceMs = at.getTime() - session.rotatedAt.getTime();
  if (at >= session.expiresAt) return 'over';
  if (presented === 'previous') return sinceMs <= sessionTimes.previousGoodForMs ? 'good' : 'over';
  return sinceMs >= sessionTimes.renewedEveryMs ? 'to-renew' : 'good';
}

/** When a session that is used now ends by itself. */
export const sessionEnd = (createdAt: Date, at: Date): Date =>
  new Date(Math.min(at.getTime() + sessionTimes.idleMs, createdAt.getTime() + sessionTimes.longestMs));
