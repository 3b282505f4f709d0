import { isOfPassword, mailSender } from '../core/messages/address.ts';
import type { Tx } from '../store/open-store.ts';
import type { OutboxRow } from './claim-messages.ts';
import type { SendOutcome } from './message-sender.ts';
import type { OutboxDeps } from './outbox-deps.ts';

export const optedOut = 'opted-out';
const blocked = 'blocked';

type Refused = Extract<SendOutcome, { kind: 'refused' }>;

/**
 * Why this message is not wanted, or null. Who wants no texts may be called all the same: it was chosen apart. And who
 * wants no mail may have forgotten the password.
 */
export async function unwanted(
  deps: OutboxDeps,
  row: Pick<OutboxRow, 'channel' | 'recipient' | 'kind'>,
): Promise<Refused | null> {
  const { store, messageNumber } = deps;
  if (row.channel === 'chat') {
    const user = await store.read.chatUser.findUnique({ where: { id: row.recipient }, select: { blockedAt: true } });
    return user?.blockedAt ? { kind: 'refused', reason: blocked, gone: true } : null;
  }
  if (row.channel === 'call' || isOfPassword(row.kind)) return null;
  const sender = row.channel === 'email' ? mailSender : messageNumber;
  const found = await store.read.optOut.findUnique({
    where: { recipient_sender: { recipient: row.recipient, sender } },
  });
  return found && { kind: 'refused', reason: optedOut, optedOut: true };
}

/** The provider knew of an opt-out that never reached us. */
export async function learnOptOut(
  tx: Tx,
  { now, messageNumber: sender }: Pick<OutboxDeps, 'now' | 'messageNumber'>,
  phone: string,
): Promise<void> {
  await tx.lock(`opt-out:${phone}`);
  const known = await tx.optOut.findUnique({ where: { recipient_sender: { recipient: phone, sender } } });
  if (!known) await tx.optOut.create({ data: { recipient: phone, sender, since: now() } });
}

/** The messenger told by its refusal that this user blocked the bot, or is no more. */
export async function learnBlocked(tx: Tx, { now }: Pick<OutboxDeps, 'now'>, userId: string): Promise<void> {
  await tx.chatUser.updateMany({ where: { id: userId, blockedAt: null }, data: { blockedAt: now() } });
}
