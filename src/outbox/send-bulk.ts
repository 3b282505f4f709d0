import type { Channel } from '../core/messages/address.ts';
import { type ClaimedMessage, claimBulk } from './claim-messages.ts';
import { type Write, writeTogether } from './group-commit.ts';
import { inLanes } from './lanes.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { giveBack } from './record-outcome.ts';
import { sendMessage } from './send-message.ts';

/** However fast a provider is: a lease must hold until the last of them is sent. */
const MOST_AT_ONCE = 200;
/** A picture takes Telegram most of a second: with 25 in a second, so many are under way. */
const LANES = 16;

export interface BulkSent {
  done: number;
  /** There may be more to do, and it may go then. */
  againAfterMs: number | null;
}

/**
 * Sends as many bulk messages of one channel as the provider takes now, and says when it takes the next. At most 200 are
 * in memory at a time, however many wait. What is urgent is sent by another job, and does not wait for these.
 */
export async function sendBulk(deps: OutboxDeps, channel: Channel): Promise<BulkSent> {
  const { pace, now } = deps;
  const may = pace.take(channel, MOST_AT_ONCE, now());
  if (may === 0) return { done: 0, againAfterMs: pace.waitMs(channel, now()) };
  const claimed = await claimBulk(deps, channel, may);
  pace.giveBack(channel, may - claimed.length);
  if (claimed.length === 0) return { done: 0, againAfterMs: null };
  deps.failpoint('message.claimed', { channel, bulk: true });
  const write = writeTogether(deps.store);
  await inLanes(claimed, LANES, (message) => sendOne(deps, message, write));
  return { done: claimed.length, againAfterMs: pace.waitMs(channel, now()) };
}

async function sendOne(deps: OutboxDeps, message: ClaimedMessage, write: Write): Promise<void> {
  const { pace, now } = deps;
  const channel = message.row.channel as Channel;
  const waitMs = channel === 'chat' ? pace.chatWaitMs(message.row.recipient, now()) : 0;
  if (waitMs > 0) {
    pace.giveBack(channel, 1);
    return giveBack(deps, message, waitMs);
  }
  const handled = await sendMessage(deps, message, write);
  if (handled.kind === 'unknown') return pace.noteSilence(channel, now());
  pace.noteAnswer(channel);
  if (handled.kind === 'later') pace.rest(channel, handled.afterMs, now());
}
