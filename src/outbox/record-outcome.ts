import type { Channel } from '../core/messages/address.ts';
import type { ClaimedMessage, OutboxRow } from './claim-messages.ts';
import { failMessage } from './fail-message.ts';
import type { Write } from './group-commit.ts';
import type { SendOutcome } from './message-sender.ts';
import { learnBlocked, learnOptOut, optedOut } from './opt-out.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { comeAgainAt, firstCheckAfterMs, nextTryAt } from './retry.ts';

/** What the provider said; `before`: it had been sent by an earlier try. */
export type Attempted = SendOutcome | { kind: 'sent'; providerId: string; before: true };

/** Keeps what the provider said. `begunAt`: when it was asked; `body`: the words, as they may be kept. */
export function recordOutcome(
  deps: OutboxDeps,
  row: OutboxRow,
  outcome: Attempted,
  { begunAt, body, write }: { begunAt: Date; body: string; write: Write },
): Promise<void> {
  switch (outcome.kind) {
    case 'sent': {
      const sentAt = 'before' in outcome ? firstTryOf(row) : begunAt;
      return recordSent(deps, row, { providerId: outcome.providerId, sentAt, body }, write);
    }
    case 'refused':
      return recordRefused(deps, row, outcome);
    case 'later':
      return recordLater(deps, row, outcome);
  }
}

/** When what became of it is asked, if nobody has told. */
const checkAt = (sentAt: Date): Date => new Date(sentAt.getTime() + firstCheckAfterMs);

/** When a message with a lost answer went out at the earliest. */
export const firstTryOf = (row: { firstTriedAt: Date | null; createdAt: Date }): Date =>
  row.firstTriedAt ?? row.createdAt;

interface Sent {
  providerId: string;
  /** When the sending began, and opt-outs were looked at: one that came while it was under way came after. */
  sentAt: Date;
  body: string;
}

function recordSent({ senders, now }: OutboxDeps, row: OutboxRow, said: Sent, write: Write): Promise<void> {
  const { providerId, sentAt } = said;
  // Whoever cannot be asked what became of it, has taken it for good.
  const isEnd = senders[row.channel as Channel].statusOf === undefined;
  const end = isEnd ? { settledAt: now() } : { dueAt: checkAt(sentAt) };
  return write(async (tx) => {
    const sent = await tx.outboxMessage.updateMany({
      where: { id: row.id, state: { in: ['scheduled', 'sending'] } },
      data: { ...said, state: 'sent', claimedUntil: null, reason: null, ...end },
    });
    if (sent.count === 1) return;
    // A status callback was quicker than the answer; it has taught the id, if not always.
    await tx.outboxMessage.updateMany({ where: { id: row.id, providerId: null }, data: { providerId, sentAt } });
  });
}

/** It will not be sent. Who has opted out at the provider, or blocked the bot, is left in peace from now on. */
export async function recordRefused(
  deps: OutboxDeps,
  row: OutboxRow,
  refused: { reason: string; optedOut?: boolean; gone?: boolean },
): Promise<void> {
  const reason = refused.optedOut ? optedOut : refused.reason;
  await deps.store.transaction(async (tx) => {
    await failMessage(tx, deps, row, reason);
    if (refused.optedOut && row.channel === 'text') await learnOptOut(tx, deps, row.recipient);
    if (refused.gone && row.channel === 'chat') await learnBlocked(tx, deps, row.recipient);
  });
  deps.log.warn({ message: row.id, kind: row.kind, reason }, 'a message will not be sent');
  deps.nudge();
}

async function recordLater(
  deps: OutboxDeps,
  row: OutboxRow,
  { afterMs, reason }: { afterMs: number; reason?: string },
): Promise<void> {
  if (reason) deps.log.warn({ message: row.id, channel: row.channel, reason }, 'a message is not taken now');
  const dueAt = comeAgainAt(afterMs, row, deps.now());
  if (!dueAt) return recordRefused(deps, row, { reason: 'not-taken-in-time' });
  // To be sent away is no try.
  await change(deps, row, { state: 'scheduled', dueAt, claimedUntil: null, tries: { decrement: 1 } });
}

/** Nobody knows whether it was sent: it stays claimed, so that whoever comes next looks it up first. */
export async function recordUnknown(deps: OutboxDeps, row: OutboxRow): Promise<void> {
  const at = nextTryAt(row, deps.now());
  if (!at) return recordRefused(deps, row, { reason: 'unanswered' });
  await change(deps, row, { dueAt: at, claimedUntil: at });
}

/** Gives a message back untried; `afterMs`: for so long it is left alone. */
export async function giveBack(deps: OutboxDeps, { row, doubtful }: ClaimedMessage, afterMs = 0): Promise<void> {
  const at = new Date(deps.now().getTime() + afterMs);
  // Who waits for nothing keeps the place in the queue.
  const free = doubtful
    ? { claimedUntil: at }
    : { state: 'scheduled', claimedUntil: null, ...(afterMs > 0 && { dueAt: at }) };
  await change(deps, row, { ...free, tries: { decrement: 1 } });
}

/** Changes a message only while it is claimed as it was when we took it. */
async function change({ store }: OutboxDeps, row: OutboxRow, data: Change): Promise<void> {
  await store.transaction((tx) =>
    tx.outboxMessage.updateMany({ where: { id: row.id, state: 'sending', claimedUntil: row.claimedUntil }, data }),
  );
}

interface Change {
  state?: string;
  dueAt?: Date;
  claimedUntil: Date | null;
  tries?: { decrement: number };
}
