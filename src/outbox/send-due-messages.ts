import { type ClaimedMessage, claimMessages } from './claim-messages.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { sendMessage } from './send-message.ts';

const MOST_AT_ONCE = 50;
const LANES = 8;

/**
 * Claims what is due, sends it, and answers how many messages that were: at most 50, to 8 numbers at a time, those to
 * one number in their order. An error in one message does not keep the others; the first is thrown at the end.
 */
export async function sendDueMessages(deps: OutboxDeps): Promise<number> {
  const claimed = await claimMessages(deps, MOST_AT_ONCE);
  if (claimed.length === 0) return 0;
  deps.failpoint('message.claimed');
  const waiting = byRecipient(claimed);
  const errors: unknown[] = [];
  const lane = async () => {
    for (let queue = waiting.pop(); queue; queue = waiting.pop()) await sendInOrder(deps, queue, errors);
  };
  await Promise.all(Array.from({ length: Math.min(LANES, waiting.length) }, lane));
  if (errors.length > 0) throw errors[0];
  return claimed.length;
}

async function sendInOrder(deps: OutboxDeps, queue: ClaimedMessage[], errors: unknown[]): Promise<void> {
  for (const message of queue) {
    try {
      await sendMessage(deps, message);
    } catch (error) {
      errors.push(error);
    }
  }
}

/** Oldest last, to be taken from the end. */
function byRecipient(claimed: ClaimedMessage[]): ClaimedMessage[][] {
  const queues = new Map<string, ClaimedMessage[]>();
  for (const message of claimed) {
    const queue = queues.get(message.row.recipient);
    if (queue) queue.push(message);
    else queues.set(message.row.recipient, [message]);
  }
  return [...queues.values()].reverse();
}
