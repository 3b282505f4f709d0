import type { Channel } from '../core/messages/address.ts';
import { claimMessages } from './claim-messages.ts';
import { inLanes } from './lanes.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { sendMessage } from './send-message.ts';

const MOST_AT_ONCE = 50;
const LANES = 8;

/**
 * Claims what is due on one channel, sends it, and answers how many messages that were: at most 50, to 8 recipients at a
 * time, those to one recipient in their order. Bulk messages are not among them.
 */
export async function sendDueMessages(deps: OutboxDeps, channel: Channel): Promise<number> {
  const claimed = await claimMessages(deps, channel, MOST_AT_ONCE);
  if (claimed.length === 0) return 0;
  deps.failpoint('message.claimed', { channel, bulk: false });
  await inLanes(claimed, LANES, (message) => sendMessage(deps, message));
  return claimed.length;
}
