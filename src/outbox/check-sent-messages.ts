import type { Channel } from '../core/messages/address.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { recordDelivery } from './record-delivery.ts';

const againAfterMs = 3_600_000;
const longestMs = 24 * 3_600_000;
const mostAtOnce = 20;

/** Asks after messages whose end was never told. After a day without an end they rest as sent. */
export async function checkSentMessages(deps: OutboxDeps): Promise<number> {
  const { store, now, senders, log } = deps;
  const at = now();
  const rows = await store.read.outboxMessage.findMany({
    where: { state: 'sent', settledAt: null, dueAt: { lte: at }, providerId: { not: null } },
    select: { id: true, channel: true, providerId: true, sentAt: true },
    orderBy: { dueAt: 'asc' },
    take: mostAtOnce,
  });
  for (const { id, channel, providerId, sentAt } of rows) {
    const restsNow = at.getTime() - (sentAt ?? at).getTime() >= longestMs;
    const next = restsNow ? { settledAt: at } : { dueAt: new Date(at.getTime() + againAfterMs) };
    await store.transaction((tx) => tx.outboxMessage.updateMany({ where: { id, state: 'sent' }, data: next }));
    try {
      const found = await senders[channel as Channel].statusOf?.(providerId ?? '');
      if (found) await recordDelivery(deps, { messageId: id, providerId: providerId ?? '', ...found });
    } catch (error) {
      log.warn({ err: error, message: id }, 'what became of a message could not be asked');
    }
  }
  return rows.length;
}
