import type { Channel } from '../../core/messages/address.ts';
import { maskedPhone } from '../../core/phone.ts';
import type { Deps } from '../ports.ts';
import { campaignFor } from './campaign-access.ts';
import type { CampaignOperations, TestCardSent } from './campaign-operations.ts';

const stateOf: Record<string, TestCardSent['state']> = { sent: 'sent', delivered: 'sent', failed: 'failed' };

/** What did not come by chat goes by text in its place: the latest message tells where it really went. */
export const testCardSent =
  ({ store: { read } }: Deps): CampaignOperations['testCardSent'] =>
  async ({ by, campaignId }) => {
    const row = await campaignFor(read, by, campaignId);
    if (!row) return null;
    const keys = `test-card:${campaignId}:${row.version}:`;
    const message = await read.outboxMessage.findFirst({
      // A year comes next. Digits stand in this order in every collation of PostgreSQL; signs such as ~ do not.
      where: { key: { gte: keys, lt: `${keys}9` } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { state: true, channel: true, recipient: true },
    });
    if (!message) return null;
    const channel = message.channel as Channel;
    const byPhone = channel === 'text' || channel === 'call';
    return { state: stateOf[message.state] ?? 'waiting', channel, to: byPhone ? maskedPhone(message.recipient) : null };
  };
