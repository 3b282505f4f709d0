import { Unanswered } from '../operations/ports.ts';
import type { ClaimedMessage, OutboxRow } from './claim-messages.ts';
import { hasOptedOut, optedOut } from './opt-out.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { type Attempted, firstTryOf, giveBack, recordOutcome, recordRefused, recordUnknown } from './record-outcome.ts';
import { enoughLeaseMs, MOST_TRIES } from './retry.ts';
import { type WordedMessage, wordOutboxMessage } from './word-outbox-message.ts';

/** Carriers' clocks are not ours: a message is looked for from this long before its first try. */
const CLOCK_DIFFERENCE_MS = 60_000;
const MOST_OTHERS = 500;

/** Sends one claimed message, or notes why not. Throws only when the database does. */
export async function sendMessage(deps: OutboxDeps, { row, doubtful }: ClaimedMessage): Promise<void> {
  const leftMs = (row.claimedUntil?.getTime() ?? 0) - deps.now().getTime();
  if (leftMs < enoughLeaseMs) return giveBack(deps, row, doubtful);
  const worded = word(deps, row);
  if (!worded) return recordRefused(deps, row, 'cannot-be-worded');
  await keepWording(deps, row, worded.keptBody);
  const begunAt = deps.now();
  const outcome = await attempt(deps, row, worded, doubtful);
  deps.failpoint('message.answered');
  await (outcome ? recordOutcome(deps, row, outcome, begunAt) : recordUnknown(deps, row));
  deps.failpoint('message.recorded');
}

function word(deps: OutboxDeps, row: OutboxRow): WordedMessage | null {
  try {
    return wordOutboxMessage(row, deps);
  } catch (error) {
    deps.log.error({ err: error, message: row.id, kind: row.kind }, 'a message cannot be worded');
    return null;
  }
}

/** Before it is sent, so that the words are known even if nobody lives to write down that they went out. */
async function keepWording({ store }: OutboxDeps, row: OutboxRow, body: string): Promise<void> {
  if (row.body === body) return;
  await store.transaction((tx) => tx.outboxMessage.updateMany({ where: { id: row.id }, data: { body } }));
}

/** Null: the outcome is not known. */
async function attempt(
  deps: OutboxDeps,
  row: OutboxRow,
  worded: WordedMessage,
  doubtful: boolean,
): Promise<Attempted | null> {
  const { body, mediaUrl } = worded;
  try {
    const providerId = doubtful ? await findSent(deps, row, body) : null;
    if (providerId !== null) return { kind: 'sent', providerId, before: true };
    if (row.tries > MOST_TRIES) return { kind: 'refused', reason: 'tried-too-often' };
    if (await hasOptedOut(deps, row.recipient)) return { kind: 'refused', reason: optedOut, optedOut: true };
    return await deps.sender.send({ messageId: row.id, to: row.recipient, body, ...(mediaUrl && { mediaUrl }) });
  } catch (error) {
    // What is no answer may have been heard all the same, and so may what ends in an error of our own.
    const facts = { err: error, message: row.id, kind: row.kind };
    if (error instanceof Unanswered) deps.log.warn(facts, 'no answer from the message provider');
    else deps.log.error(facts, 'a message could not be sent');
    return null;
  }
}

async function findSent({ store, sender }: OutboxDeps, row: OutboxRow, body: string): Promise<string | null> {
  const since = new Date(firstTryOf(row).getTime() - CLOCK_DIFFERENCE_MS);
  const others = await store.read.outboxMessage.findMany({
    where: { recipient: row.recipient, providerId: { not: null } },
    select: { providerId: true },
    orderBy: { createdAt: 'desc' },
    take: MOST_OTHERS,
  });
  const exclude = others.flatMap(({ providerId }) => providerId ?? []);
  return sender.find({ to: row.recipient, body, since, exclude });
}
