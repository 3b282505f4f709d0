import type { OutboxRow } from './claim-messages.ts';
import type { OutboxDeps } from './outbox-deps.ts';
import { firstTryOf } from './record-outcome.ts';

/**
 * Whether another gift than this message's waited for its reader's answer when the message was first tried: then a
 * bare PIN can mean either. As of that instant, since a text whose answer was lost is looked for by its words.
 */
export async function othersWait(
  { store }: Pick<OutboxDeps, 'store'>,
  row: Pick<OutboxRow, 'kind' | 'channel' | 'recipient' | 'key' | 'createdAt' | 'firstTriedAt'>,
): Promise<boolean> {
  if (row.kind !== 'gift-offered' || row.channel !== 'text') return false;
  const at = firstTryOf(row);
  const other = await store.read.gift.findFirst({
    where: {
      recipientPhone: row.recipient,
      id: { not: row.key.slice('offer:'.length) },
      createdAt: { lte: at },
      lapsesAt: { gt: at },
      OR: [{ decidedAt: null }, { decidedAt: { gt: at } }],
    },
    select: { id: true },
  });
  return other !== null;
}
