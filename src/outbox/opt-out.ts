import type { Tx } from '../store/open-store.ts';
import type { OutboxDeps } from './outbox-deps.ts';

export const optedOut = 'opted-out';

/** Whether this number wants no more texts from our sender. */
export async function hasOptedOut({ store, messageNumber }: OutboxDeps, phone: string): Promise<boolean> {
  const found = await store.read.optOut.findUnique({
    where: { recipient_sender: { recipient: phone, sender: messageNumber } },
  });
  return found !== null;
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
