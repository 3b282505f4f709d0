import type { Tx } from '../store/open-store.ts';
import { failMessage } from './fail-message.ts';
import { learnOptOut, optedOut } from './opt-out.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { firstTryOf } from './record-outcome.ts';

/** What the provider tells of a message on its way. */
export interface DeliveryNews {
  /** Ours, from the callback's address; null where it was not given. */
  messageId: string | null;
  providerId: string;
  status: string;
  errorCode: string | null;
}

type Recorder = Pick<OutboxDeps, 'store' | 'now' | 'newId' | 'log' | 'nudge' | 'messageNumber' | 'timeZone'>;
type Progress = 'taken' | 'delivered' | 'failed';

/**
 * https://www.twilio.com/docs/messaging/api/message-resource#message-status-values, and of calls:
 * https://www.twilio.com/docs/voice/api/call-resource#call-status-values
 */
const progressOf: Record<string, Progress> = {
  accepted: 'taken',
  scheduled: 'taken',
  queued: 'taken',
  sending: 'taken',
  sent: 'taken',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
  initiated: 'taken',
  ringing: 'taken',
  'in-progress': 'taken',
  completed: 'delivered',
  busy: 'failed',
  'no-answer': 'failed',
};

/** https://www.twilio.com/docs/api/errors/21610: the number has opted out. */
const OPTED_OUT = '21610';

/**
 * Keeps what became of a message. Told in any order and any number of times, the outcome is the same: the first end
 * (delivered or failed) stays. A callback may come before the provider's own answer, and teaches an id that was lost.
 */
export async function recordDelivery(
  deps: Recorder,
  news: DeliveryNews,
): Promise<{ kind: 'recorded' | 'unknown' | 'not-ours' }> {
  const progress = progressOf[news.status];
  if (!progress) return { kind: 'unknown' };
  const outcome = await deps.store.transaction((tx) => record(tx, deps, news, progress));
  if (outcome.kind === 'not-ours') deps.log.warn({ ...news }, 'a delivery report of a message that is not ours');
  deps.nudge();
  return outcome;
}

async function record(
  tx: Tx,
  deps: Recorder,
  news: DeliveryNews,
  progress: Progress,
): Promise<{ kind: 'recorded' | 'not-ours' }> {
  const row = await rowOf(tx, news);
  // A message that was sent twice has two ids: the second's news would overwrite the first's.
  if (!row || (row.providerId !== null && row.providerId !== news.providerId)) return { kind: 'not-ours' };
  const at = deps.now();
  await tx.outboxMessage.updateMany({
    where: { id: row.id, providerId: null },
    data: { providerId: news.providerId, sentAt: firstTryOf(row) },
  });
  await tx.outboxMessage.updateMany({
    where: { id: row.id, state: { in: ['scheduled', 'sending'] } },
    data: { state: 'sent', claimedUntil: null },
  });
  if (progress === 'delivered') {
    await tx.outboxMessage.updateMany({
      where: { id: row.id, state: 'sent' },
      data: { state: 'delivered', settledAt: at },
    });
  }
  if (progress === 'failed') {
    const left = news.errorCode === OPTED_OUT;
    await failMessage(tx, deps, row, left ? optedOut : `${news.status}${news.errorCode ? ` ${news.errorCode}` : ''}`);
    if (left) await learnOptOut(tx, deps, row.recipient);
  }
  return { kind: 'recorded' };
}

const rowOf = (tx: Tx, { messageId, providerId }: DeliveryNews) =>
  messageId === null
    ? tx.outboxMessage.findUnique({ where: { providerId } })
    : tx.outboxMessage.findUnique({ where: { id: messageId } });
