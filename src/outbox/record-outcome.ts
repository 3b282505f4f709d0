import type { OutboxRow } from './claim-messages.ts';
import { failMessage } from './fail-message.ts';
import type { SendOutcome } from './message-sender.ts';
import { learnOptOut, optedOut } from './opt-out.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { comeAgainAt, firstCheckAfterMs, nextTryAt } from './retry.ts';

/** What the provider said; `before`: it had been sent by an earlier try. */
export type Attempted = SendOutcome | { kind: 'sent'; providerId: string; before: true };

/** Keeps what the provider said. `begunAt`: when it was asked. */
export function recordOutcome(deps: OutboxDeps, row: OutboxRow, outcome: Attempted, begunAt: Date): Promise<void> {
  switch (outcome.kind) {
    case 'sent':
      return recordSent(deps, row, outcome.providerId, 'before' in outcome ? firstTryOf(row) : begunAt);
    case 'refused':
      return recordRefused(deps, row, outcome.optedOut ? optedOut : outcome.reason);
    case 'later':
      return recordLater(deps, row, outcome.afterMs);
  }
}

/** When what became of it is asked, if nobody has told. */
const checkAt = (sentAt: Date): Date => new Date(sentAt.getTime() + firstCheckAfterMs);

/** When a message with a lost answer went out at the earliest. */
export const firstTryOf = (row: { firstTriedAt: Date | null; createdAt: Date }): Date =>
  row.firstTriedAt ?? row.createdAt;

/** `sentAt`: when the sending began, and opt-outs were looked at: one that came while it was under way came after. */
async function recordSent({ store }: OutboxDeps, row: OutboxRow, providerId: string, sentAt: Date): Promise<void> {
  await store.transaction(async (tx) => {
    const sent = await tx.outboxMessage.updateMany({
      where: { id: row.id, state: { in: ['scheduled', 'sending'] } },
      data: { state: 'sent', providerId, sentAt, claimedUntil: null, reason: null, dueAt: checkAt(sentAt) },
    });
    if (sent.count === 1) return;
    // A status callback was quicker than the answer; it has taught the id, if not always.
    await tx.outboxMessage.updateMany({ where: { id: row.id, providerId: null }, data: { providerId, sentAt } });
  });
}

/** It will not be sent. Who has opted out at the provider is left in peace from now on. */
export async function recordRefused(deps: OutboxDeps, row: OutboxRow, reason: string): Promise<void> {
  await deps.store.transaction(async (tx) => {
    await failMessage(tx, deps, row, reason);
    if (reason === optedOut) await learnOptOut(tx, deps, row.recipient);
  });
  deps.log.warn({ message: row.id, kind: row.kind, reason }, 'a message will not be sent');
  deps.nudge();
}

async function recordLater(deps: OutboxDeps, row: OutboxRow, afterMs: number): Promise<void> {
  const dueAt = comeAgainAt(afterMs, row, deps.now());
  if (!dueAt) return recordRefused(deps, row, 'not-taken-in-time');
  // To be sent away is no try.
  await change(deps, row, { state: 'scheduled', dueAt, claimedUntil: null, tries: { decrement: 1 } });
}

/** Nobody knows whether it was sent: it stays claimed, so that whoever comes next looks it up first. */
export async function recordUnknown(deps: OutboxDeps, row: OutboxRow): Promise<void> {
  const at = nextTryAt(row, deps.now());
  if (!at) return recordRefused(deps, row, 'unanswered');
  await change(deps, row, { dueAt: at, claimedUntil: at });
}

/** Gives a message back untried. */
export async function giveBack(deps: OutboxDeps, row: OutboxRow, doubtful: boolean): Promise<void> {
  const at = deps.now();
  const free = doubtful ? { claimedUntil: at } : { state: 'scheduled', claimedUntil: null };
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
