import type { Channel } from '../core/messages/address.ts';

/** How long a claimed message belongs to the process that claimed it. */
export const leaseMs = 60_000;
/** A message whose lease ends sooner is left for later: a sender may take 15 seconds, a look-up before it as long. */
export const enoughLeaseMs = 35_000;

/** Status callbacks come within seconds; one that has not come by then was lost, as with a restart of ours. */
export const firstCheckAfterMs = 5 * 60_000;

/**
 * How often a message is sent at most when nothing is heard. Twilio is asked what it sent before anything is repeated,
 * and a mail that came twice has one id, by which mailboxes know it. Telegram can tell neither: one repeat, then a text.
 */
const mostTries: Record<Channel, number> = { text: 12, email: 12, call: 12, chat: 2 };
const LONGEST_MS = 24 * 3_600_000;
const FIRST_DELAY_MS = 30_000;
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 3_600_000;

interface Tried {
  channel: string;
  tries: number;
  firstTriedAt: Date | null;
}

/** `tries`: this one too. */
export const isTriedTooOften = ({ channel, tries }: Tried): boolean => tries > mostTries[channel as Channel];

/** Half a minute, then twice as long each time: 12 tries in 17 hours. Null: it has been tried enough. */
export function nextTryAt({ channel, tries, firstTriedAt }: Tried, at: Date): Date | null {
  if (tries >= mostTries[channel as Channel]) return null;
  return withinADay(FIRST_DELAY_MS * 2 ** Math.max(0, tries - 1), firstTriedAt, at);
}

/** When a message that was sent away unread may come again. Being sent away is no try, but a day of it is enough. */
export function comeAgainAt(afterMs: number, { firstTriedAt }: Tried, at: Date): Date | null {
  const waitMs = Math.min(Math.max(afterMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
  return withinADay(waitMs, firstTriedAt, at);
}

function withinADay(delayMs: number, firstTriedAt: Date | null, at: Date): Date | null {
  const next = new Date(at.getTime() + delayMs);
  return next.getTime() - (firstTriedAt ?? at).getTime() > LONGEST_MS ? null : next;
}
