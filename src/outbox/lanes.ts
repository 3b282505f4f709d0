import type { ClaimedMessage } from './claim-messages.ts';

/**
 * Does something for each message, for so many recipients at a time, those to one recipient in their order. An error in
 * one does not keep the others; the first is thrown at the end.
 */
export async function inLanes(
  claimed: readonly ClaimedMessage[],
  lanes: number,
  send: (message: ClaimedMessage) => Promise<unknown>,
): Promise<void> {
  const waiting = byRecipient(claimed);
  const errors: unknown[] = [];
  const lane = async () => {
    for (let queue = waiting.pop(); queue; queue = waiting.pop()) {
      for (const message of queue) await send(message).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, waiting.length) }, lane));
  if (errors.length > 0) throw errors[0];
}

/** Oldest last, to be taken from the end. */
function byRecipient(claimed: readonly ClaimedMessage[]): ClaimedMessage[][] {
  const queues = new Map<string, ClaimedMessage[]>();
  for (const message of claimed) {
    const queue = queues.get(message.row.recipient);
    if (queue) queue.push(message);
    else queues.set(message.row.recipient, [message]);
  }
  return [...queues.values()].reverse();
}
