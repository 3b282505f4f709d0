import type { Channel } from '../core/messages/address.ts';
import { Unanswered } from '../operations/ports.ts';
import type { ClaimedMessage, OutboxRow } from './claim-messages.ts';
import { type Write, writeAlone } from './group-commit.ts';
import type { Senders, SendOutcome } from './message-sender.ts';
import { unwanted } from './opt-out.ts';
import { othersWait } from './others-wait.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { type Attempted, firstTryOf, giveBack, recordOutcome, recordRefused, recordUnknown } from './record-outcome.ts';
import { enoughLeaseMs, isTriedTooOften } from './retry.ts';
import type { RowToWord } from './wording/to-word.ts';
import { wordOutboxMessage } from './wording/word-message.ts';
import type { Worded, WordedFor } from './wording/worded.ts';

/** Carriers' clocks are not ours: a message is looked for from this long before its first try. */
const CLOCK_DIFFERENCE_MS = 60_000;
const MOST_OTHERS = 500;

/** What came of it; `unknown`: nobody can say whether it was taken. */
export type Handled = { kind: 'sent' | 'refused' | 'given-back' | 'unknown' } | { kind: 'later'; afterMs: number };

/** Sends one claimed message, or notes why not. Throws only when the database does. `write`: how what was sent is kept. */
export async function sendMessage(
  deps: OutboxDeps,
  claimed: ClaimedMessage,
  write: Write = writeAlone(deps.store),
): Promise<Handled> {
  const { row, doubtful } = claimed;
  const leftMs = (row.claimedUntil?.getTime() ?? 0) - deps.now().getTime();
  if (leftMs < enoughLeaseMs) {
    await giveBack(deps, claimed);
    return { kind: 'given-back' };
  }
  const worded = await word(deps, { ...row, othersWait: await othersWait(deps, row) });
  if (!worded) {
    await recordRefused(deps, row, { reason: 'cannot-be-worded' });
    return { kind: 'refused' };
  }
  await keepWording(write, row, worded);
  const begunAt = deps.now();
  const outcome = await attempt(deps, row, worded, doubtful);
  deps.failpoint('message.answered', row);
  const facts = { begunAt, body: worded.keptBody, write };
  await (outcome ? recordOutcome(deps, row, outcome, facts) : recordUnknown(deps, row));
  deps.failpoint('message.recorded', row);
  return outcome ?? { kind: 'unknown' };
}

async function word(deps: OutboxDeps, row: OutboxRow & RowToWord): Promise<Worded | null> {
  try {
    return await wordOutboxMessage(row, deps);
  } catch (error) {
    deps.log.error({ err: error, message: row.id, kind: row.kind }, 'a message cannot be worded');
    return null;
  }
}

/**
 * Before it is sent, so that the words are known even if nobody lives to write down that they went out: a status callback
 * may do that. Nobody calls back but for texts.
 */
async function keepWording(write: Write, row: OutboxRow, { channel, keptBody }: Worded): Promise<void> {
  if (channel !== 'text' || row.body === keptBody) return;
  await write((tx) => tx.outboxMessage.updateMany({ where: { id: row.id }, data: { body: keptBody } }));
}

/** Null: the outcome is not known. */
async function attempt(deps: OutboxDeps, row: OutboxRow, worded: Worded, doubtful: boolean): Promise<Attempted | null> {
  try {
    const providerId = doubtful ? await findSent(deps, row, worded) : null;
    if (providerId !== null) return { kind: 'sent', providerId, before: true };
    if (isTriedTooOften(row)) return { kind: 'refused', reason: 'tried-too-often' };
    return (await unwanted(deps, row)) ?? (await give(deps.senders, worded));
  } catch (error) {
    // What is no answer may have been heard all the same, and so may what ends in an error of our own.
    const facts = { err: error, message: row.id, kind: row.kind, channel: row.channel };
    if (error instanceof Unanswered) deps.log.warn(facts, 'no answer from the message provider');
    else deps.log.error(facts, 'a message could not be sent');
    return null;
  }
}

const give = <C extends Channel>(senders: Senders, { channel, toSend }: WordedFor<C>): Promise<SendOutcome> =>
  senders[channel].send(toSend);

async function findSent({ store, senders }: OutboxDeps, row: OutboxRow, worded: Worded): Promise<string | null> {
  const sender = senders[worded.channel];
  if (!sender.find) return null;
  const since = new Date(firstTryOf(row).getTime() - CLOCK_DIFFERENCE_MS);
  const others = await store.read.outboxMessage.findMany({
    where: { recipient: row.recipient, providerId: { not: null } },
    select: { providerId: true },
    orderBy: { createdAt: 'desc' },
    take: MOST_OTHERS,
  });
  const exclude = others.flatMap(({ providerId }) => providerId ?? []);
  const body = worded.channel === 'text' ? worded.toSend.body : worded.keptBody;
  return sender.find({ to: row.recipient, body, since, exclude });
}
