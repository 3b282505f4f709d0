import type { Deps } from '../ports.ts';
import type { GiftOperations } from './gift-operations.ts';

/** Shorter than what was done in a chat is known for (three days, unfinished-updates.ts). */
const knownForMs = 2 * 86_400_000;

/**
 * What was done in the chat between the offer's arrival and this update leaves its trace among the kept updates. One that
 * failed and is tried again counts when it is done, or given up.
 */
export const isFirstSinceOffer =
  ({ store, now }: Pick<Deps, 'store' | 'now'>): GiftOperations['isFirstSinceOffer'] =>
  async ({ giftId, chat, updateId }) => {
    const offer = await store.read.outboxMessage.findUnique({
      where: { key: `offer:${giftId}` },
      select: { channel: true, recipient: true, sentAt: true },
    });
    const came = offer?.channel === 'chat' && offer.recipient === chat ? offer.sentAt : null;
    if (!came || now().getTime() - came.getTime() > knownForMs) return false;
    // By `doneAt` too, since that is what there is an index for.
    const since = { chat, id: { not: updateId }, doneAt: { gt: came }, at: { gt: came } };
    return (await store.read.chatUpdate.count({ where: since })) === 0;
  };
